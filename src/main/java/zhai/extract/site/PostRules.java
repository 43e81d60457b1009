package zhai.extract.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.DateText;
import zhai.model.PageDate;

/// Where a kind of page has the answers, replies or comments that follow its text, and what in them
/// is what.
///
/// They are written as people read them: each under a heading that says who wrote it and when; a
/// reply to a reply in a quotation, as deep as it hangs.
///
/// @param each what a post is; the first source that finds any is taken
/// @param thread whether the first post is the page's text and needs no heading
/// @param body within a post; empty if the post is its own body
/// @param depth how deep it hangs, a number from 0, where a post says so itself
/// @param replies the posts that hang on a post, where they stand in it
record PostRules(
    List<FactSource> each,
    boolean thread,
    List<FactSource> author,
    List<FactSource> date,
    List<FactSource> body,
    List<FactSource> images,
    List<FactSource> depth,
    List<FactSource> replies) {
  /// Replies that hang deeper stand as deep as this: quotations in quotations become unreadable.
  private static final int MAX_DEPTH = 6;

  /// More posts than a page shows; what comes after is left out.
  private static final int MAX_POSTS = 3_000;

  /// Deeper than conversations go.
  private static final int MAX_NESTING = 100;

  /// Puts the posts after the text.
  ///
  /// @param words what a post says
  /// @return the line that found them; null if there are none
  @Nullable FactSource append(Element box, Scope scope, Function<Scope, Optional<Element>> words) {
    for (FactSource source : each) {
      var writing = new Writing(box, words);
      writing.all(posts(source, scope), 0);
      if (writing.written > 0) {
        return source;
      }
    }
    return null;
  }

  private static List<Scope> posts(FactSource source, Scope scope) {
    return Stream.concat(
            source.elements(scope).stream().filter(found -> found != scope.root()).map(scope::at),
            source.nodes(scope).map(scope::at))
        .toList();
  }

  private int depth(Scope post, int nested) {
    return values(depth, post)
        .filter(value -> value.matches("\\d{1,3}"))
        .findFirst()
        .map(Integer::valueOf)
        .orElse(nested);
  }

  /// `name · 2024-09-05`, or what is known of that; empty if nothing is.
  private String heading(Scope post) {
    List<String> parts = new ArrayList<>();
    values(author, post).findFirst().ifPresent(parts::add);
    values(date, post)
        .map(DateText::find)
        .filter(Objects::nonNull)
        .findFirst()
        .map(PageDate::day)
        .ifPresent(day -> parts.add(day.toString()));
    return String.join(" · ", parts);
  }

  private static Stream<String> values(List<FactSource> sources, Scope post) {
    return sources.stream().flatMap(source -> source.values(post));
  }

  /// One walk over the posts.
  private final class Writing {
    private final Element box;
    private final Function<Scope, Optional<Element>> words;

    /// Whether there is text that the next post answers.
    private boolean open;

    private int written;
    private int headed;

    Writing(Element box, Function<Scope, Optional<Element>> words) {
      this.box = box;
      this.open = !thread;
      this.words = words;
    }

    void all(List<Scope> posts, int nested) {
      for (Scope post : posts) {
        if (written < MAX_POSTS) {
          words.apply(post).ifPresent(body -> one(post, body, depth(post, nested)));
          if (nested < MAX_NESTING) {
            replies.forEach(source -> all(posts(source, post), nested + 1));
          }
        }
      }
    }

    private void one(Scope post, Element body, int depth) {
      String heading = open ? heading(post) : "";
      if (box.childNodeSize() > 0 && (heading.isEmpty() || headed == 0)) {
        box.appendElement("hr");
      }
      Element place = box;
      for (int i = 0; open && i < Math.min(depth, MAX_DEPTH); i++) {
        place = place.appendElement("blockquote");
      }
      if (!heading.isEmpty()) {
        place.appendElement("h3").text(heading);
        headed++;
      }
      place.appendChildren(List.copyOf(body.childNodes()));
      open = true;
      written++;
    }
  }
}
