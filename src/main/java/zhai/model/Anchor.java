package zhai.model;

import java.util.List;

/// Where an excerpt's quote stands in the current version of its article.
///
/// The quote itself never changes. An anchor only says what was found when the quote was compared
/// with the text, so that a page that changed is reported and no excerpt moves silently.
public sealed interface Anchor {

  /// The quote stands at one place, letter by letter after white space and width are normalised.
  record Exact(Span place) implements Anchor {}

  /// No exact place; one passage is nearly the quote.
  ///
  /// @param similarity share of the quote's characters that stand there in order, 0 to 1
  record Near(Span place, double similarity) implements Anchor {
    public Near {
      if (!(similarity >= 0 && similarity <= 1)) {
        throw new IllegalArgumentException("similarity is a share, not " + similarity);
      }
    }
  }

  /// The quote stands at several places and its surroundings don't decide between them.
  ///
  /// @param places at least two, in the order of the text
  record Ambiguous(List<Span> places) implements Anchor {
    public Ambiguous {
      places = List.copyOf(places);
      if (places.size() < 2) {
        throw new IllegalArgumentException("ambiguous means at least two places");
      }
    }
  }

  /// The quote does not stand in the text.
  record Missing() implements Anchor {}

  /// There is no article to compare with yet.
  record Unchecked() implements Anchor {}

  /// The word used on the command line and in files.
  default String label() {
    return switch (this) {
      case Exact _ -> "exact";
      case Near _ -> "near";
      case Ambiguous _ -> "ambiguous";
      case Missing _ -> "missing";
      case Unchecked _ -> "unchecked";
    };
  }
}
