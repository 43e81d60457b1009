package zhai.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;

/// A formula in TeX. In clean HTML it is `<span class="math" data-tex="…">$…$</span>`, or the same
/// as a `<div>` with `$$…$$` when it stands on its own line.
///
/// @param tex without delimiters; white space collapsed, so that it is one line
record Formula(String tex, boolean display) {
  static final String CLASS = "math";
  private static final String ATTRIBUTE = "data-tex";

  Formula {
    tex = tex.replaceAll("[\\s\u200b\ufeff]+", " ").strip();
  }

  static boolean is(Element element) {
    return element.hasAttr(ATTRIBUTE) && element.hasClass(CLASS);
  }

  static Optional<Formula> of(Element element) {
    return is(element)
        ? Optional.of(new Formula(element.attr(ATTRIBUTE), element.nameIs("div")))
        : Optional.empty();
  }

  /// With its delimiters, as Markdown and text have it on a line.
  String delimited() {
    return display ? "$$" + tex + "$$" : "$" + tex + "$";
  }

  /// The same formula, in which no `<` begins a tag for those who read Markdown without formulas.
  Formula inert() {
    return new Formula(tex.replaceAll("<(?=[A-Za-z/!?])", "< "), display);
  }

  Element toElement() {
    return new Element(display ? "div" : "span")
        .addClass(CLASS)
        .attr(ATTRIBUTE, tex)
        .text(delimited());
  }
}
