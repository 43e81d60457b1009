package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// A run of text in one block element, as the eye sees it: a paragraph, a cell, a menu entry, a
/// line between two `br`. Lines of one element are one block: `br` layouts then look like the
/// paragraph they are.
///
/// @param owner the block element around it
/// @param weight see {@link TextWeight}
/// @param linkWeight the part of it inside links
/// @param commas clause ends in it
/// @param legal whether it is a notice of rights or a licence number, which are prose and never the
///   article
record TextBlock(Element owner, double weight, double linkWeight, int commas, boolean legal) {
  /// A line this heavy is prose even without a comma: a line and a half of text.
  private static final double PROSE_WEIGHT = 120;

  /// A line this heavy is prose if it has a comma.
  private static final double CLAUSE_WEIGHT = 45;

  private static final double MAX_LINK_DENSITY = 0.4;
  private static final int MAX_LEGAL_LENGTH = 400;
  private static final Set<String> CODE = Set.of("pre", "code");
  private static final Set<String> INLINE_BLOCKS = Set.of("td", "th", "li", "dd", "dt", "caption");

  /// The share of links in it, 0 to 1.
  double linkDensity() {
    return weight == 0 ? 0 : linkWeight / weight;
  }

  /// Whether it reads like part of a text rather than of a menu.
  boolean isProse() {
    boolean heavy = weight >= PROSE_WEIGHT || (weight >= CLAUSE_WEIGHT && commas > 0);
    return !legal
        && linkDensity() <= MAX_LINK_DENSITY
        && (heavy || (CODE.contains(owner.normalName()) && weight > 0));
  }

  /// Whether it is a line without links in something like a paragraph, however short.
  boolean isPlainLine() {
    boolean paragraph = owner.normalName().equals("p") || owner.normalName().equals("div");
    return !legal && linkDensity() <= 0.2 && paragraph;
  }

  /// The blocks under an element, in the order of the page.
  static List<TextBlock> of(Element root) {
    var collector = new Collector(root);
    root.traverse(collector);
    collector.flush();
    return collector.blocks;
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || INLINE_BLOCKS.contains(element.normalName());
  }

  private static final class Collector implements NodeVisitor {
    private final List<TextBlock> blocks = new ArrayList<>();
    private Element owner;
    private double weight;
    private double linkWeight;
    private int commas;
    private int links;
    private final StringBuilder text = new StringBuilder();

    private Collector(Element root) {
      this.owner = root;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        add(text.getWholeText());
      } else if (node instanceof Element element) {
        links += element.normalName().equals("a") ? 1 : 0;
        if (isBlock(element)) {
          flush();
          owner = element;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        links -= element.normalName().equals("a") ? 1 : 0;
        if (isBlock(element)) {
          flush();
          owner = element.parent() == null ? element : element.parent();
        }
      }
    }

    private void add(String added) {
      double addedWeight = TextWeight.of(added);
      weight += addedWeight;
      linkWeight += links > 0 ? addedWeight : 0;
      commas += TextWeight.commas(added);
      if (text.length() < MAX_LEGAL_LENGTH) {
        text.append(added);
      }
    }

    private void flush() {
      if (weight > 0) {
        blocks.add(new TextBlock(nearestBlock(owner), weight, linkWeight, commas, isLegal()));
      }
      weight = 0;
      linkWeight = 0;
      commas = 0;
      text.setLength(0);
    }

    private boolean isLegal() {
      return text.length() < MAX_LEGAL_LENGTH && Noise.isLegal(text.toString());
    }

    private static Element nearestBlock(Element start) {
      Element element = start;
      while (!isBlock(element) && element.parent() != null) {
        element = element.parent();
      }
      return element;
    }
  }
}
