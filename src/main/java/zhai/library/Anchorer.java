package zhai.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.model.Anchor;
import zhai.model.Mark;
import zhai.model.Span;
import zhai.model.Surroundings;

/// Finds where a quote stands in an article's text, and says how sure that is.
///
/// Quote and text are compared folded ({@link FoldedText}): white space and width don't count,
/// letters do. In this order:
///
/// 1. one place → `exact`;
/// 2. several places → the one whose surroundings are those remembered from an earlier comparison,
///    if exactly one fits best → `exact`; otherwise → `ambiguous`;
/// 3. no place → the passage that agrees most, if at least {@link #NEAR} of the quote stands there
///    → `near`;
/// 4. → `missing`.
///
/// A quote taken from a note may carry Markdown (`**key**`) and stand in quotation marks; it is
/// compared as it is first, then without the signs, then without the marks around it.
public final class Anchorer {
  /// The share of a quote's characters that a passage must have to be called near.
  public static final double NEAR = 0.8;

  private static final int MAX_PLACES = 50;

  /// Quotation marks and signs of an omission, at either end.
  private static final Pattern MARKS_AROUND =
      Pattern.compile("^[\"'…]+|^\\.{2,}|[\"'…]+$|\\.{3,}$");

  private final String text;
  private final FoldedText folded;

  /// @param text an article's plain text
  public Anchorer(String text) {
    this.text = text;
    this.folded = FoldedText.of(text);
  }

  /// The excerpt with its anchor in this text. Surroundings are renewed when the quote has one
  /// place and kept otherwise, so that a later version can still be told apart by them.
  public Mark.Excerpt anchor(Mark.Excerpt excerpt) {
    Anchor anchor = find(excerpt.quote(), excerpt.surroundings());
    return switch (anchor) {
      case Anchor.Exact exact -> excerpt.anchored(exact, around(exact.place()));
      case Anchor.Near near ->
          excerpt.anchored(
              near,
              excerpt.surroundings().isEmpty() ? around(near.place()) : excerpt.surroundings());
      case Anchor.Ambiguous _, Anchor.Missing _, Anchor.Unchecked _ ->
          excerpt.anchored(anchor, excerpt.surroundings());
    };
  }

  /// Where the quote stands.
  ///
  /// @param known what stood around it earlier; may be empty
  public Anchor find(String quote, Surroundings known) {
    String plain = FoldedText.of(MarkdownSigns.strip(quote)).folded();
    String bare = MARKS_AROUND.matcher(plain).replaceAll("");
    return Stream.of(FoldedText.of(quote).folded(), plain, bare)
        .distinct()
        .map(form -> exact(form, known))
        .filter(found -> !(found instanceof Anchor.Missing))
        .findFirst()
        .orElseGet(() -> near(bare));
  }

  private Anchor exact(String needle, Surroundings known) {
    List<Span> places = places(needle);
    if (places.isEmpty()) {
      return new Anchor.Missing();
    }
    if (places.size() == 1) {
      return new Anchor.Exact(places.getFirst());
    }
    return fitting(places, known)
        .<Anchor>map(Anchor.Exact::new)
        .orElseGet(() -> new Anchor.Ambiguous(places));
  }

  private List<Span> places(String needle) {
    List<Span> places = new ArrayList<>();
    int at = needle.isEmpty() ? -1 : folded.folded().indexOf(needle);
    while (at >= 0 && places.size() < MAX_PLACES) {
      places.add(folded.place(at, at + needle.length()));
      at = folded.folded().indexOf(needle, at + needle.length());
    }
    return places;
  }

  private Optional<Span> fitting(List<Span> places, Surroundings known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Span> byFit =
        places.stream()
            .sorted(Comparator.comparingInt((Span place) -> fit(place, known)).reversed())
            .toList();
    boolean onlyOneFitsBest = fit(byFit.get(0), known) > fit(byFit.get(1), known);
    return onlyOneFitsBest ? Optional.of(byFit.getFirst()) : Optional.empty();
  }

  /// How many characters next to the place are those remembered, both sides added.
  private int fit(Span place, Surroundings known) {
    Surroundings here = around(place);
    return commonEnd(here.prefix(), known.prefix()) + commonStart(here.suffix(), known.suffix());
  }

  private Anchor near(String needle) {
    return Alignment.best(needle, folded.folded())
        .filter(found -> found.similarity() >= NEAR)
        .<Anchor>map(
            found -> new Anchor.Near(folded.place(found.start(), found.end()), found.similarity()))
        .orElseGet(Anchor.Missing::new);
  }

  private Surroundings around(Span place) {
    int from = Math.max(0, place.start() - Surroundings.MAX_LENGTH);
    int to = Math.min(text.length(), place.end() + Surroundings.MAX_LENGTH);
    return new Surroundings(
        wholeCharacters(text.substring(from, place.start())),
        wholeCharacters(text.substring(place.end(), to)));
  }

  /// A cut may go through a surrogate pair; half a character is dropped.
  private static String wholeCharacters(String cut) {
    int start = !cut.isEmpty() && Character.isLowSurrogate(cut.charAt(0)) ? 1 : 0;
    int end = cut.length();
    if (end > start && Character.isHighSurrogate(cut.charAt(end - 1))) {
      end--;
    }
    return cut.substring(start, end);
  }

  private static int commonEnd(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }

  private static int commonStart(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }
}
