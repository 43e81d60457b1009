package zhai.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Makes every listing a plain `<pre><code class="language-x">`, whatever highlighter drew it:
/// colour spans flattened, line numbers and buttons dropped, lines that are list items, table rows
/// or elements of their own put under each other.
final class CodeFinder {
  /// Line numbers and tools of Pygments, Chroma, Rouge, Prism, highlight.js, SyntaxHighlighter,
  /// CSDN, cnblogs, WeChat, Juejin, GitHub.
  private static final String NOT_CODE =
      "ul.pre-numbering, .line-numbers-rows, .hljs-ln-numbers, .lineno, .linenos, .linenodiv, .lnt,"
          + " span.ln, .code-snippet__line-index, .line-number, .gutter, td.rouge-gutter,"
          + " td.blob-num, .hljs-button, .copy-code-btn, .cnblogs_code_toolbar,"
          + " .cnblogs_code_copy, .code-block-extension-header, .opt-box, .code-copy-btn,"
          + " .CodeMirror-gutter-wrapper, .CodeMirror-gutters, .CodeMirror-measure, .cm-gutters,"
          + " .monaco-editor .margin, .view-overlays, .ec-line .gutter, .ln-num, .lineNumber,"
          + " .react-line-number, pre button, .copy-btn, .copy-button, .code-toolbar > .toolbar";

  /// Editors that pages show listings in; they draw each line as an element.
  private static final String EDITORS = ".CodeMirror, .cm-editor, .monaco-editor, .ace_editor";

  /// Tables that hold one listing, and the boxes that hold nothing but it.
  private static final String CODE_TABLE =
      "table.highlighttable, table.rouge-table, table.lntable, figure.highlight table,"
          + " div.highlight table, .syntaxhighlighter table, table.js-file-line-container,"
          + " table.hljs-ln";

  /// Writerside's listings, which its scripts colour.
  private static final String BARE = "div.code-block[data-lang]:not(:has(pre))";

  private static final PageSelector ANY_CODE =
      PageSelector.parse(
          "pre, " + EDITORS + ", .syntaxhighlighter, table.js-file-line-container, " + BARE);

  private static final Pattern TOP = Pattern.compile("(?:^|[;\\s])top:\\s*(\\d{1,8})");
  private static final Set<String> LINE_TAGS = Set.of("div", "li", "p", "tr", "blockquote");
  private static final Set<String> NO_LANGUAGE =
      Set.of(
          "text",
          "plain",
          "plaintext",
          "none",
          "nohighlight",
          "no-highlight",
          "txt",
          "auto",
          "undefined",
          "null",
          "en",
          "zh",
          "zh-cn",
          "highlighter-rouge");
  private static final Pattern LANGUAGE_CLASS =
      Pattern.compile("(?:^|\\s)(?:language|lang|highlight-source|brush:)[-\\s]?([\\w+#.-]{1,30})");
  private static final Pattern AFTER_MARKER =
      Pattern.compile("(?:^|\\s)(?:highlight|hljs|sourceCode|prettyprint)\\s+([\\w+#.-]{1,30})");
  private static final Pattern BEFORE_MARKER = Pattern.compile("^([\\w+#.-]{1,30})\\s+hljs$");

  private CodeFinder() {}

  /// @param came what was in the root before anything of it was changed
  static void resolve(Element root, PageIndex came) {
    if (came.find(ANY_CODE).noneMatch(code -> code.root() == root)) {
      return;
    }
    root.select(NOT_CODE).stream().filter(CodeFinder::isInListing).forEach(Element::remove);
    root.select(".cnblogs_code pre").forEach(CodeFinder::dropNumbers);
    root.select(EDITORS).forEach(CodeFinder::resolveEditor);
    root.select(CODE_TABLE).forEach(CodeFinder::resolveTable);
    root.select("pre, " + BARE).forEach(CodeFinder::resolveListing);
  }

  /// cnblogs counts lines in spans of one colour, at the beginning of each.
  private static void dropNumbers(Element pre) {
    int line = 1;
    for (Element span : pre.select("span")) {
      if (span.text().strip().equals(Integer.toString(line))
          && span.attr("style").contains("#008080")) {
        if (span.nextSibling() instanceof TextNode after && after.getWholeText().startsWith(" ")) {
          after.text(after.getWholeText().substring(1));
        }
        span.remove();
        line++;
      }
    }
  }

  /// Monaco places its lines by their distance from the top; they may stand in any order.
  private static void resolveEditor(Element editor) {
    Element lines =
        editor.selectFirst(".view-lines, .CodeMirror-code, .cm-content, .ace_text-layer");
    if (lines == null || editor.parent() == null) {
      return;
    }
    List<Element> sorted =
        lines.children().stream().sorted(Comparator.comparingInt(CodeFinder::top)).toList();
    StringBuilder code = new StringBuilder();
    sorted.forEach(line -> code.append(line.wholeText().replace("\n", "")).append('\n'));
    editor.replaceWith(listing(tidy(code.toString()), language(editor)));
  }

  private static int top(Element line) {
    Matcher top = TOP.matcher(line.attr("style"));
    return top.find() ? Integer.parseInt(top.group(1)) : 0;
  }

  private static boolean isInListing(Element element) {
    return element.closest("pre, table, figure, .cnblogs_code, .highlight, [class*=code]") != null
        || element.nextElementSibling() != null;
  }

  private static void resolveTable(Element table) {
    if (table.parent() != null && table.selectFirst("img") == null) {
      Element listing = listing(codeText(table), language(table));
      table.replaceWith(listing);
    }
  }

  private static void resolveListing(Element pre) {
    if (pre.parent() == null || pre.parents().is("pre") || holdsProse(pre)) {
      return;
    }
    pre.replaceWith(listing(codeText(pre), language(pre)));
  }

  /// Some editors wrap paragraphs and pictures in `<pre>`; those are not listings.
  private static boolean holdsProse(Element pre) {
    return pre.selectFirst("img, h1, h2, h3, h4, figure, section, .math") != null
        || (pre.selectFirst("p") != null && pre.selectFirst("code") == null);
  }

  private static Element listing(String code, String language) {
    Element pre = new Element("pre");
    Element inner = pre.appendElement("code");
    if (!language.isEmpty()) {
      inner.addClass("language-" + language);
    }
    inner.appendText(code);
    return pre;
  }

  private static String codeText(Element listing) {
    StringBuilder code = new StringBuilder();
    boolean codePerLine = listing.select("> code").size() > 1;
    append(listing, codePerLine, code);
    return tidy(code.toString());
  }

  private static String tidy(String code) {
    String text = code.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
    return text.replaceAll("[\u200b\ufeff\\p{Cntrl}&&[^\n\t]]", "")
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\\A\n+|\\s+\\z", "");
  }

  private static void append(Element element, boolean codePerLine, StringBuilder code) {
    for (Node node : element.childNodes()) {
      switch (node) {
        case TextNode text -> code.append(text.getWholeText());
        case Element child when child.nameIs("br") -> code.append('\n');
        case Element child when isLine(child, codePerLine) -> {
          startLine(code);
          int start = code.length();
          append(child, codePerLine, code);
          if (code.length() == start || code.charAt(code.length() - 1) != '\n') {
            code.append(code.isEmpty() ? "" : "\n");
          }
        }
        case Element child -> append(child, codePerLine, code);
        default -> {}
      }
    }
  }

  private static boolean isLine(Element child, boolean codePerLine) {
    return LINE_TAGS.contains(child.normalName()) || (codePerLine && child.nameIs("code"));
  }

  private static void startLine(StringBuilder code) {
    if (!code.isEmpty() && code.charAt(code.length() - 1) != '\n') {
      code.append('\n');
    }
  }

  private static String language(Element listing) {
    Element inner = listing.selectFirst("code");
    List<Element> places =
        Stream.concat(
                inner == null ? Stream.of() : Stream.of(inner),
                Stream.concat(Stream.of(listing), listing.parents().stream().limit(5)))
            .toList();
    return places.stream()
        .map(CodeFinder::ownLanguage)
        .filter(language -> !language.isEmpty())
        .findFirst()
        .filter(language -> !NO_LANGUAGE.contains(language))
        .orElse("");
  }

  private static String ownLanguage(Element place) {
    for (String attribute : List.of("data-lang", "data-language", "data-code-lang")) {
      if (place.attr(attribute).matches("[\\w+#.-]{1,30}")) {
        return place.attr(attribute).toLowerCase(Locale.ROOT);
      }
    }
    for (Pattern pattern : List.of(LANGUAGE_CLASS, AFTER_MARKER, BEFORE_MARKER)) {
      Matcher found = pattern.matcher(place.className());
      if (found.find()) {
        return found.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
