package zhai.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Finds formulas in the shapes that the web draws them in, and puts {@link Formula} elements in
/// their place: Zhihu's pictures and spans, KaTeX, MathJax 2 and 3, MathML, MediaWiki's pictures,
/// Distill's elements. Each of them carries its TeX source somewhere; what is drawn beside it is
/// dropped.
final class FormulaFinder {
  /// Services that draw TeX which stands in the address: Zhihu and Juejin, WordPress, GitHub,
  /// Jianshu, Google's charts, CodeCogs, whose whole query is the formula.
  private static final Pattern EQUATION_ADDRESS =
      Pattern.compile(
          "/(?:equation|latex\\.php|render/math|math|chart)\\?(?:[^#]{0,200}&)?"
              + "(?:tex|latex|math|formula|chl|from)=([^&#]*)"
              + "|latex\\.codecogs\\.com/(?:(?:gif|png|svg|pdf)\\.(?:latex|image|download)\\?)?"
              + "(?!eqneditor)([^#]*)");

  private static final Evaluator PICTURES =
      Selector.evaluatorOf(
          "img[eeimg], img[src*=/equation?], img[data-src*=/equation?], img[src*=latex.php?],"
              + " img[src*=codecogs.com/], img[src*=/render/math?], img[src*=/math?],"
              + " img[src*=/chart?cht=tx]");

  /// Nothing but a picture is a formula without one of these, or without a class that has one of
  /// {@link #CLASS_PARTS} in it.
  private static final List<String> NAMES =
      List.of("math", "mjx-container", "d-math", "script", ".tex", ".hurmet-tex");

  private static final List<String> CLASS_PARTS = List.of("math", "katex", "latex");

  private static final Evaluator WITH_SOURCE =
      Selector.evaluatorOf(
          "span.ztext-math[data-tex], span.math-holder[data-tex], .katex[data-math],"
              + " .katex[data-tex], .math[data-math], [data-latex].katex, [data-latex].math,"
              + " .math-inline[data-math], .math-block[data-math], .hurmet-tex[data-entry]");

  private static final Evaluator ANNOTATION =
      Selector.evaluatorOf("annotation[encoding=application/x-tex], annotation[encoding=TeX]");

  private static final Evaluator ANY =
      Selector.evaluatorOf(
          "math, mjx-container, [class*=MathJax], script[type^=math/tex], [class*=katex],"
              + " .mwe-math-element, img.tex, img.latex, img[class*=mwe-math]");

  private static final Set<String> DRAWN =
      Set.of(
          "MathJax",
          "MathJax_Preview",
          "MathJax_Display",
          "MathJax_SVG",
          "MathJax_SVG_Display",
          "MJX_Assistive_MathML");

  private FormulaFinder() {}

  /// @param came what was in the root before anything of it was changed
  static void resolve(Element root, PageIndex came) {
    came.tagged("img").stream()
        .filter(img -> img.is(PICTURES))
        .forEach(FormulaFinder::resolvePicture);
    if (came.hasClassWith(CLASS_PARTS)
        || NAMES.stream().anyMatch(it -> !came.tagged(it).isEmpty())) {
      resolveDrawn(root);
    }
  }

  private static void resolveDrawn(Element root) {
    root.select(WITH_SOURCE).forEach(FormulaFinder::resolveSource);
    root.select("d-math").forEach(box -> replace(box, box.wholeText(), box.hasAttr("block")));
    if (root.selectFirst(ANY) == null) {
      return;
    }
    root.select("table.ltx_eqn_table").forEach(FormulaFinder::resolveEquations);
    root.select(".katex-display").forEach(box -> resolveAnnotated(box, true));
    root.select(".katex, .katex-mathml, .mwe-math-element, mjx-container")
        .forEach(box -> resolveAnnotated(box, isDisplay(box)));
    root.select("script[type^=math/tex]").forEach(FormulaFinder::resolveMathJax);
    root.select("[data-mathml]").forEach(FormulaFinder::resolveDrawnMathml);
    root.select("[class*=MathJax], .MJX_Assistive_MathML").stream()
        .filter(FormulaFinder::isDrawn)
        .forEach(Element::remove);
    root.select("math").forEach(math -> resolveAnnotated(math, isDisplay(math)));
    root.select("img[class*=mwe-math-fallback-image][alt], img.tex[alt], img.latex[alt]")
        .forEach(img -> replace(img, img.attr("alt"), img.className().contains("-display")));
  }

  private static void resolveSource(Element drawn) {
    String tex =
        Stream.of("data-tex", "data-math", "data-latex", "data-entry")
            .map(drawn::attr)
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    if (!tex.isEmpty() && !Formula.is(drawn)) {
      replace(drawn, tex, endsItsLine(tex) || isDrawnOnItsLine(drawn));
    }
  }

  private static boolean isDrawnOnItsLine(Element drawn) {
    return drawn.closest(".katex-display, .math-block") != null
        || drawn.selectFirst("math[display=block], .katex-display") != null;
  }

  /// LaTeXML lays displayed equations out as tables, their parts in cells and their number in the
  /// last.
  private static void resolveEquations(Element table) {
    Element lines = new Element("div");
    for (Element row : table.select("tr")) {
      String tex =
          row.select("math").stream()
              .map(math -> Objects.requireNonNullElse(source(math), ""))
              .map(FormulaFinder::unstyled)
              .collect(Collectors.joining(" "));
      String number = row.select(".ltx_tag_equation, .ltx_tag_equationgroup").text();
      String tag = number.isBlank() ? "" : " \\tag{" + number.replaceAll("[(){}\\\\]", "") + "}";
      if (!tex.isBlank()) {
        lines.appendChild(new Formula(tex + tag, true).toElement());
      }
    }
    if (lines.childNodeSize() > 0 && table.parent() != null) {
      table.replaceWith(lines);
    }
  }

  /// MathJax 2 leaves the formula on what it drew; a page saved without its scripts has only that.
  private static void resolveDrawnMathml(Element drawn) {
    Element next = drawn.nextElementSibling();
    boolean known = next != null && Formula.is(next);
    Element math = Jsoup.parseBodyFragment(drawn.attr("data-mathml")).selectFirst("math");
    if (!known && math != null && drawn.parent() != null) {
      replace(drawn, MathmlTex.write(math), isDisplay(math));
    }
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
      if (!inAddress.find()) {
        return;
      }
      tex =
          inAddress.group(1) == null
              ? decode(spelled(inAddress.group(2)), tex)
              : decode(inAddress.group(1), tex);
    }
    replace(img, tex, endsItsLine(tex));
  }

  /// CodeCogs has names for the signs that addresses use otherwise.
  private static String spelled(String query) {
    return query.replace("&space;", " ").replace("&plus;", "+").replace("+", "%2B");
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
    Element annotation = box.selectFirst(ANNOTATION);
    if (annotation != null) {
      return annotation.wholeText();
    }
    Element math = box.nameIs("math") ? box : box.selectFirst("math");
    if (math == null) {
      return null;
    }
    String alternative = math.attr("alttext");
    return alternative.isBlank() ? MathmlTex.write(math) : alternative;
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

  /// MediaWiki wraps its source in `{\displaystyle …}`, LaTeXML puts it before each cell.
  private static String unstyled(String tex) {
    String wrapper = "{\\displaystyle ";
    if (tex.startsWith(wrapper) && tex.endsWith("}")) {
      return tex.substring(wrapper.length(), tex.length() - 1).strip();
    }
    String bare = "\\displaystyle ";
    return tex.startsWith(bare) ? tex.substring(bare.length()).strip() : tex;
  }
}
