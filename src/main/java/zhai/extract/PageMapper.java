package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Makes the {@link PageMap} of a page in one pass.
final class PageMapper implements NodeFilter {
  /// What no reader sees, or can't be told in text.
  private static final Set<String> MACHINERY =
      Set.of(
          "script",
          "style",
          "template",
          "link",
          "meta",
          "object",
          "embed",
          "applet",
          "canvas",
          "map",
          "select",
          "input",
          "textarea",
          "option",
          "datalist",
          "svg",
          "title",
          "head",
          "audio",
          "video",
          "iframe",
          "frame",
          "frameset");

  /// Formulas are text that is read as a whole.
  private static final Set<String> FORMULAS = Set.of("math", "mjx-container");

  private static final Set<String> CELLS =
      Set.of("td", "th", "li", "dd", "dt", "caption", "button", "label", "summary");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<TextNode> texts = new ArrayList<>();
  private final ElementNames names = new ElementNames();

  /// Whether a class attribute is a formula's.
  private final Map<String, Boolean> formulas = new HashMap<>();

  private @Nullable Region current;
  private @Nullable Region holder;

  private final StringBuilder text = new StringBuilder();
  private int textsFrom;
  private double weight;
  private double linkWeight;
  private double strongWeight;
  private int clauses;

  PageMap map(Element body) {
    body.filter(this);
    return new PageMap(blocks, regions, texts);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      add(textNode);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? enter(element) : FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    String name = element.normalName();
    if (isFormulaHere(element)) {
      addFormula(element);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (MACHINERY.contains(name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      flush();
      return FilterResult.SKIP_ENTIRELY;
    }
    boolean block = isBlock(element);
    if (block) {
      flush();
    }
    var start = new Region.Start(regions.size(), blocks.size());
    var region = new Region(element, current, names.traits(element), start);
    regions.add(region);
    current = region;
    holder = block || holder == null ? region : holder;
    return FilterResult.CONTINUE;
  }

  /// Whether it is a formula in one of the forms that pages draw it in.
  static boolean isFormula(Element element) {
    return isFormulaByTag(element) || isFormulaByClass(element);
  }

  /// The same of an element of this page, whose class attributes are looked through once each.
  private boolean isFormulaHere(Element element) {
    String classes = element.className();
    return isFormulaByTag(element)
        || (!classes.isEmpty()
            && formulas.computeIfAbsent(classes, _ -> isFormulaByClass(element)));
  }

  private static boolean isFormulaByTag(Element element) {
    return FORMULAS.contains(element.normalName())
        || (element.nameIs("script") && element.attr("type").startsWith("math/tex"));
  }

  private static boolean isFormulaByClass(Element element) {
    return element.hasClass("katex")
        || element.hasClass("MathJax")
        || element.hasClass("ztext-math");
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || CELLS.contains(element.normalName());
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && current != null && current.element() == element) {
      if (isBlock(element)) {
        flush();
        holder = blockAround(current.parent());
      }
      current.end(blocks.size(), regions.size() - 1);
      current = current.parent();
    }
    return FilterResult.CONTINUE;
  }

  private static @Nullable Region blockAround(@Nullable Region start) {
    Region region = start;
    while (region != null && region.parent() != null && !isBlock(region.element())) {
      region = region.parent();
    }
    return region;
  }

  private void add(TextNode node) {
    String added = node.getWholeText();
    texts.add(node);
    double addedWeight = TextWeight.of(added);
    if (addedWeight > 0) {
      weigh(addedWeight);
      clauses += TextWeight.commas(added) + sentenceEnds(added);
    }
    if (text.length() < Block.MAX_TEXT) {
      text.append(added, 0, Math.min(added.length(), Block.MAX_TEXT * 2));
    }
  }

  private static int sentenceEnds(String text) {
    int ends = 0;
    for (int i = text.indexOf(". "); i >= 0; i = text.indexOf(". ", i + 2)) {
      ends++;
    }
    return ends;
  }

  private void weigh(double added) {
    long traits = current == null ? 0 : current.traits();
    weight += added;
    linkWeight += Trait.LINK.in(traits) ? added : 0;
    strongWeight += Trait.STRONG.in(traits) || Trait.HEADING.in(traits) ? added : 0;
  }

  private void addFormula(Element formula) {
    weigh(Math.min(TextWeight.of(formula.text()) / 2, 100));
    text.append(" ");
  }

  private void flush() {
    if (weight > 0) {
      var range = new Block.Texts(textsFrom, texts.size());
      String line = joined();
      blocks.add(
          new Block(
              Objects.requireNonNull(holder),
              range,
              line,
              TextKey.of(line),
              weight,
              linkWeight,
              strongWeight,
              clauses));
    }
    textsFrom = texts.size();
    text.setLength(0);
    weight = 0;
    linkWeight = 0;
    strongWeight = 0;
    clauses = 0;
  }

  /// The line with its blanks joined, and without the signs that only say where it may break.
  private String joined() {
    char[] joined = new char[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case ' ', '\t', '\n', '\f', '\r', '\u00a0' -> {
          if (length > 0 && joined[length - 1] != ' ') {
            joined[length++] = ' ';
          }
        }
        case '\u200b', '\u00ad' -> {}
        default -> joined[length++] = c;
      }
    }
    String line = new String(joined, 0, length).strip();
    return line.length() > Block.MAX_TEXT ? line.substring(0, Block.MAX_TEXT) : line;
  }
}
