package zhai.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Builds clean blocks from any nodes. What is inline is gathered into a paragraph; every block,
/// and every element that only lays out, ends it. An inline mark around blocks (a link around
/// headings, say) is opened again in each of them, as a browser shows it.
///
/// The normal form: a container holds only blocks; a list item, table cell or definition that is
/// one paragraph holds its inline content directly.
final class FlowBuilder {
  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("em", "em"),
          Map.entry("i", "em"),
          Map.entry("strong", "strong"),
          Map.entry("b", "strong"),
          Map.entry("del", "del"),
          Map.entry("s", "del"),
          Map.entry("strike", "del"),
          Map.entry("sub", "sub"),
          Map.entry("sup", "sup"),
          Map.entry("mark", "mark"),
          Map.entry("kbd", "kbd"),
          Map.entry("code", "code"),
          Map.entry("tt", "code"),
          Map.entry("samp", "code"));

  /// Inline elements without a meaning that is kept: their content stands for them.
  private static final Set<String> TRANSPARENT =
      Set.of(
          "span",
          "font",
          "u",
          "ins",
          "abbr",
          "time",
          "small",
          "big",
          "bdi",
          "bdo",
          "cite",
          "dfn",
          "var",
          "q",
          "label",
          "acronym",
          "nobr",
          "ruby",
          "rb",
          "rt",
          "wbr",
          "data",
          "picture",
          "output",
          "noscript",
          "slot");

  private static final Pattern BOLD_STYLE =
      Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");

  /// Deeper elements than a person would nest lose their tags, not their text.
  private static final int MAX_DEPTH = 60;

  private final Element target;
  private final ParagraphBuilder paragraphs;
  private final int depth;

  private FlowBuilder(Element target, int depth) {
    this.target = target;
    this.paragraphs = new ParagraphBuilder(target);
    this.depth = depth;
  }

  /// A `<div>` of clean blocks.
  static Element build(Element source) {
    return fill(new Element("div"), source, 0);
  }

  /// Fills an element with blocks made of the source's children.
  static Element fill(Element target, Element source, int depth) {
    FlowBuilder builder = new FlowBuilder(target, depth);
    builder.addAll(source.childNodes());
    builder.paragraphs.end();
    return target;
  }

  /// The same, with a single paragraph's content held directly.
  static Element fillTight(Element target, Element source, int depth) {
    fill(target, source, depth);
    List<Element> paragraphs = target.children().stream().filter(e -> e.nameIs("p")).toList();
    boolean onlyLists =
        target.children().stream().allMatch(e -> e.nameIs("p") || e.nameIs("ul") || e.nameIs("ol"));
    if (paragraphs.size() == 1 && onlyLists && paragraphs.getFirst().elementSiblingIndex() == 0) {
      paragraphs.getFirst().unwrap();
    }
    return target;
  }

  /// Fills an element that holds only inline content: blocks become words apart.
  static Element fillInline(Element target, Element source) {
    Element flow = fill(new Element("div"), source, MAX_DEPTH / 2);
    for (Element block : flow.children()) {
      if (!target.childNodes().isEmpty()) {
        target.appendText(" ");
      }
      target.appendChildren(inlineOf(block));
    }
    InlineTidier.tidy(target);
    return target;
  }

  private static List<Node> inlineOf(Element block) {
    Optional<Formula> formula = Formula.of(block);
    if (formula.isPresent()) {
      return List.of(new Formula(formula.get().tex(), false).toElement());
    }
    return block.nameIs("p") || block.normalName().matches("h[1-6]")
        ? List.copyOf(block.childNodes())
        : List.of(new TextNode(block.text()));
  }

  private void addAll(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case TextNode text -> paragraphs.addText(text.getWholeText());
        case Element element when depth + paragraphs.depth() > MAX_DEPTH ->
            paragraphs.addText(element.text());
        case Element element -> addElement(element);
        default -> {}
      }
    }
  }

  private void addElement(Element element) {
    Optional<Formula> formula = Formula.of(element);
    String tag = element.normalName();
    if (formula.isPresent()) {
      addFormula(formula.get());
    } else if (tag.equals("br")) {
      paragraphs.addBreak();
    } else if (tag.equals("img")) {
      addImage(element);
    } else if (tag.equals("a")) {
      addLink(element);
    } else if (MARKS.containsKey(tag)) {
      addMarked(new Element(MARKS.getOrDefault(tag, tag)), element);
    } else if (tag.equals("span") && isBold(element)) {
      addMarked(new Element("strong"), element);
    } else if (TRANSPARENT.contains(tag)) {
      addAll(element.childNodes());
    } else if (Player.is(element)) {
      addPlayer(element);
    } else {
      addBlock(element, tag);
    }
  }

  private static boolean isBold(Element span) {
    return span.hasAttr("style") && BOLD_STYLE.matcher(span.attr("style")).find();
  }

  private void addFormula(Formula formula) {
    if (formula.display()) {
      paragraphs.end();
      target.appendChild(formula.toElement());
    } else {
      paragraphs.add(formula.toElement());
    }
  }

  private void addImage(Element img) {
    ImageFinder.address(img).ifPresent(src -> paragraphs.add(image(img, src)));
  }

  private static Element image(Element img, String src) {
    String alt = InlineTidier.collapse(img.attr("alt")).strip();
    return new Element("img").attr("src", src).attr("alt", alt);
  }

  private void addLink(Element link) {
    String raw = link.attr("href");
    boolean footnote = FootnoteFinder.isReference(link);
    Optional<String> address = footnote ? Optional.of(raw) : Addresses.link(link, raw);
    boolean inLink = paragraphs.isMarked("a");
    if (isHeadingAnchor(link)) {
      return;
    }
    if (address.isEmpty() || inLink) {
      addAll(link.childNodes());
      return;
    }
    Element mark = new Element("a");
    if (Player.isLink(link)) {
      mark.addClass(Player.CLASS);
    }
    mark.attr("href", address.get());
    String title = InlineTidier.collapse(link.attr("title")).strip();
    if (!title.isEmpty() && !title.equals(link.text().strip())) {
      mark.attr("title", title);
    }
    addMarked(mark, link);
  }

  private static boolean isHeadingAnchor(Element link) {
    return link.attr("href").contains("#")
        && Set.of("#", "¶", "§", "🔗").contains(link.text().strip());
  }

  private void addMarked(Element mark, Element source) {
    if (paragraphs.isMarked(mark.normalName())) {
      addAll(source.childNodes());
      return;
    }
    paragraphs.open(mark);
    addAll(source.childNodes());
    paragraphs.close();
  }

  private void addPlayer(Element player) {
    Player.link(player)
        .ifPresent(link -> {
          paragraphs.end();
          paragraphs.add(link);
          paragraphs.end();
        });
  }

  private void addBlock(Element element, String tag) {
    paragraphs.end();
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> addHeading(element, tag);
      case "ul", "ol", "menu", "dir" -> append(ListCleaner.list(element, depth + 1));
      case "dl" -> append(ListCleaner.definitions(element, depth + 1));
      case "blockquote" -> append(fill(new Element(tag), element, depth + 1));
      case "pre" -> addListing(element);
      case "table" -> addTable(element);
      case "figure" -> FigureCleaner.figure(element, depth + 1).forEach(this::append);
      case "hr" -> addRule(element);
      case "details" -> append(FigureCleaner.details(element, depth + 1));
      default -> addAll(element.childNodes());
    }
    paragraphs.end();
  }

  private void addRule(Element rule) {
    Element clean = target.appendElement("hr");
    if (PdfPages.isBreak(rule)) {
      clean.attr(PdfPages.PAGE, rule.attr(PdfPages.PAGE));
    }
  }

  /// A heading is bold already.
  private void addHeading(Element heading, String tag) {
    Element clean = fillInline(new Element(tag), heading);
    clean.select("strong").unwrap();
    if (clean.selectFirst("a") == null) {
      paragraphs.mark("a").ifPresent(link -> wrapContent(clean, link));
    }
    append(clean);
  }

  private static void wrapContent(Element block, Element mark) {
    Element wrapper = mark.shallowClone().appendChildren(List.copyOf(block.childNodes()));
    if (wrapper.childNodeSize() > 0) {
      block.appendChild(wrapper);
    }
  }

  private void addListing(Element pre) {
    Element code = pre.childrenSize() == 1 ? pre.firstElementChild() : null;
    if (code == null || !code.nameIs("code")) {
      addAll(pre.childNodes());
    } else if (!code.wholeText().isBlank()) {
      Element clean = target.appendElement("pre").appendElement("code");
      if (code.className().startsWith("language-")) {
        clean.attr("class", code.className());
      }
      clean.appendText(code.wholeText());
    }
  }

  private void addTable(Element table) {
    if (TableCleaner.isLayout(table)) {
      for (Element cell : TableCleaner.cells(table)) {
        paragraphs.end();
        addAll(cell.childNodes());
      }
    } else {
      append(TableCleaner.table(table, depth + 1));
    }
  }

  private void append(Element block) {
    if (block.childNodeSize() > 0) {
      target.appendChild(block);
    }
  }
}
