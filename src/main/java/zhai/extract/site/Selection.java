package zhai.extract.site;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A CSS selector of a rule, compiled once; one that uses `{name}` is compiled for each page.
///
/// @param evaluator null if the text has names to fill in
record Selection(String text, @Nullable Evaluator evaluator) {

  /// @throws IllegalArgumentException if it is no selector
  static Selection parse(String text) {
    boolean open = !Captures.in(text).isEmpty();
    // Names stand where an identifier stands: this finds what else is wrong with the selector.
    Evaluator compiled = compile(open ? text.replaceAll("\\{([a-z][a-z0-9]*)\\}", "$1") : text);
    return new Selection(text, open ? null : compiled);
  }

  private static Evaluator compile(String text) {
    try {
      return QueryParser.parse(text);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("'%s' is no CSS selector".formatted(text), e);
    }
  }

  /// What it finds at or below the element, in the order of the page.
  Elements in(Element root, Map<String, String> captured) {
    if (evaluator != null) {
      return root.select(evaluator);
    }
    return Captures.known(text, captured)
        ? root.select(compile(Captures.fill(text, captured)))
        : new Elements();
  }

  /// Whether this very element is meant; never if names have to be filled in.
  boolean is(Element element) {
    return evaluator != null && element.is(evaluator);
  }

  boolean isIn(Element root, Map<String, String> captured) {
    return evaluator != null ? root.selectFirst(evaluator) != null : !in(root, captured).isEmpty();
  }
}
