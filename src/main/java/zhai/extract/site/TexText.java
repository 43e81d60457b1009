package zhai.extract.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Formulas that stand in a text as TeX source, for a script to draw: `$x$`, `$$x$$`, `\(x\)`,
/// `\[x\]`. They become what that script makes of them, `<script type="math/tex">`.
///
/// A dollar before a space or behind one is money, and so is one before a letter or digit that
/// would close a formula; listings are left alone.
final class TexText {
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$\\$(?<block>[^$]{1,4000})\\$\\$"
              + "|\\\\\\[(?<bracket>[^\\[\\]]{1,4000})\\\\\\]"
              + "|(?<![\\\\$\\w])\\$(?<inline>[^\\s$](?:[^$]{0,998}[^\\s$\\\\])?)\\$(?![\\w$])"
              + "|\\\\\\((?<round>.{1,1000}?)\\\\\\)",
          Pattern.DOTALL);

  private TexText() {}

  static void mark(Element root) {
    List<TextNode> texts =
        root.stream()
            .filter(element -> element.closest("pre, code, script, a, .katex, math") == null)
            .flatMap(element -> element.textNodes().stream())
            .filter(text -> text.getWholeText().indexOf('$') >= 0 || hasBackslash(text))
            .toList();
    texts.forEach(TexText::mark);
  }

  private static boolean hasBackslash(TextNode text) {
    return text.getWholeText().contains("\\(") || text.getWholeText().contains("\\[");
  }

  private static void mark(TextNode text) {
    String whole = text.getWholeText();
    Matcher formula = FORMULA.matcher(whole);
    int end = 0;
    while (formula.find()) {
      text.before(new TextNode(whole.substring(end, formula.start())));
      text.before(script(formula));
      end = formula.end();
    }
    if (end > 0) {
      text.text(whole.substring(end));
    }
  }

  private static Element script(Matcher formula) {
    for (String name : List.of("block", "bracket", "inline", "round")) {
      String tex = formula.group(name);
      if (tex != null) {
        boolean display = name.startsWith("b");
        Element script = new Element("script");
        script.attr("type", display ? "math/tex; mode=display" : "math/tex");
        script.appendChild(new DataNode(tex));
        return script;
      }
    }
    throw new IllegalStateException("a formula of no known form");
  }
}
