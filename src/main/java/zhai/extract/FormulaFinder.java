package zhai.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds formulas in the shapes that the web draws them in, and puts {@link Formula} elements in
/// their place: Zhihu's pictures and spans, KaTeX, MathJax 2 and 3, MathML, MediaWiki's pictures.
/// Each of them carries its TeX source somewhere; what is drawn beside it is dropped.
final class FormulaFinder {
  private static final Pattern EQUATION_ADDRESS =
      Pattern.compile("zhihu\\.com/equation\\?(?:[^#]*&)?tex=([^&#]*)");

  private static final Set<String> DRAWN =
      Set.of(
          "MathJax",
          "MathJax_Preview",
          "MathJax_Display",
          "MathJax_SVG",
          "MathJax_SVG_Display",
          "MJX_Assistive_MathML");

  private FormulaFinder() {}

  static void resolve(Element root) {
    root.select("img[eeimg], img[src*=zhihu.com/equation], img[data-src*=zhihu.com/equation]")
        .forEach(FormulaFinder::resolvePicture);
    root.select("span.ztext-math[data-tex], span.math-holder[data-tex]")
        .forEach(span -> replace(span, span.attr("data-tex"), endsItsLine(span.attr("data-tex"))));
    root.select(".katex-display").forEach(box -> resolveAnnotated(box, true));
    root.select(".katex, .katex-mathml, .mwe-math-element, mjx-container")
        .forEach(box -> resolveAnnotated(box, isDisplay(box)));
    root.select("script[type^=math/tex]").forEach(FormulaFinder::resolveMathJax);
    root.select("[class*=MathJax], .MJX_Assistive_MathML").stream()
        .filter(FormulaFinder::isDrawn)
        .forEach(Element::remove);
    root.select("math").forEach(math -> resolveAnnotated(math, isDisplay(math)));
    root.select("img.mwe-math-fallback-image-inline[alt], img.tex[alt], img.latex[alt]")
        .forEach(img -> replace(img, img.attr("alt"), false));
  }

  /// Sites write `class="mathjax"` on text that MathJax is to look at; what it draws has its name
  /// in its own spelling, which selectors don't tell apart.
  private static boolean isDrawn(Element element) {
    return !Collections.disjoint(element.classNames(), DRAWN);
  }

  private static void resolvePicture(Element img) {
    String tex = img.attr("alt");
    if (tex.isBlank() || !img.hasAttr("eeimg")) {
      Matcher inAddress = EQUATION_ADDRESS.matcher(img.attr("src") + " " + img.attr("data-src"));
      tex = inAddress.find() ? decode(inAddress.group(1), tex) : tex;
    }
    replace(img, tex, endsItsLine(tex));
  }

  /// Zhihu's editor marks a formula on its own line by a line break at its end.
  private static boolean endsItsLine(String tex) {
    return tex.stripTrailing().endsWith("\\\\");
  }

  private static String decode(String encoded, String fallback) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return fallback.isBlank() ? encoded : fallback;
    }
  }

  private static void resolveAnnotated(Element box, boolean display) {
    String tex = source(box);
    if (tex != null && box.parent() != null) {
      replace(box, tex, display);
    }
  }

  private static @Nullable String source(Element box) {
    Element annotation =
        box.selectFirst("annotation[encoding=application/x-tex], annotation[encoding=TeX]");
    if (annotation != null) {
      return annotation.wholeText();
    }
    Element alternative = box.selectFirst("math[alttext]");
    return alternative == null ? null : alternative.attr("alttext");
  }

  private static boolean isDisplay(Element box) {
    Element math = box.nameIs("math") ? box : box.selectFirst("math");
    return box.attr("display").equals("true")
        || (math != null && math.attr("display").equals("block"));
  }

  private static void resolveMathJax(Element script) {
    replace(script, script.data(), script.attr("type").contains("mode=display"));
  }

  private static void replace(Element drawn, String tex, boolean display) {
    String source = unstyled(tex.strip());
    if (display && endsItsLine(source)) {
      source = source.substring(0, source.length() - 2);
    }
    Formula formula = new Formula(source, display);
    if (formula.tex().isEmpty()) {
      drawn.remove();
    } else {
      drawn.replaceWith(formula.toElement());
    }
  }

  /// MediaWiki wraps its source in `{\displaystyle …}`.
  private static String unstyled(String tex) {
    String wrapper = "{\\displaystyle ";
    return tex.startsWith(wrapper) && tex.endsWith("}")
        ? tex.substring(wrapper.length(), tex.length() - 1).strip()
        : tex;
  }
}
