package zhai.extract;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Copies the chosen blocks out of a page with the elements around them. Pictures, players and
/// formulas have no text to be judged by: they come along where most of what is around them does. A
/// figure comes along in the same way if its caption does not.
final class Cutting {
  private static final Set<String> MEDIA =
      Set.of("img", "picture", "video", "audio", "iframe", "embed", "object", "hr", "br");

  private static final double MOST = 0.5;

  private final PageMap map;
  private final double[] kept;
  private final Set<TextNode> dropped = new HashSet<>();
  private int next;

  private Cutting(PageMap map, BitSet blocks) {
    this.map = map;
    this.kept = new double[map.blocks().size() + 1];
    for (int i = 0; i < map.blocks().size(); i++) {
      Block block = map.blocks().get(i);
      kept[i + 1] = kept[i] + (blocks.get(i) ? block.weight() : 0);
      if (!blocks.get(i)) {
        dropped.addAll(map.texts().subList(block.texts().from(), block.texts().to()));
      }
    }
  }

  /// A `<div>` with the blocks; the page is not changed.
  static Element cut(PageMap map, BitSet blocks, String address) {
    Element main = new Element("div");
    main.setBaseUri(address);
    if (!map.regions().isEmpty()) {
      var cutting = new Cutting(map, blocks);
      cutting.next = 1;
      cutting.copyChildren(map.regions().getFirst(), main);
    }
    return main;
  }

  private void copyChildren(Region region, Element target) {
    copyChildren(region, isMostlyKept(region), target);
  }

  private void copyChildren(Region region, boolean surrounded, Element target) {
    for (Node child : region.element().childNodes()) {
      if (child instanceof TextNode text) {
        if (!dropped.contains(text)) {
          target.appendChild(text.clone());
        }
      } else if (child instanceof Element element) {
        copyElement(element, surrounded, target);
      }
    }
  }

  private void copyElement(Element element, boolean surrounded, Element target) {
    if (next < map.regions().size() && map.regions().get(next).element() == element) {
      Region region = map.regions().get(next);
      next++;
      copyRegion(region, surrounded, target);
      next = region.index() + region.elements() + 1;
    } else if (surrounded && (isMedia(element) || PageMapper.isFormula(element))) {
      target.appendChild(element.clone());
    }
  }

  private void copyRegion(Region region, boolean surrounded, Element target) {
    boolean picture = surrounded && keptWeight(region) == 0 && region.element().nameIs("figure");
    boolean wanted =
        region.isEmpty()
            ? surrounded && (isOpen(region) || FootnoteFinder.isNoteInPlace(region.element()))
            : picture || keptWeight(region) > 0;
    if (wanted && !region.isEmpty() && Trait.NOSCRIPT.in(region.ownTraits())) {
      copyChildren(region, target);
    } else if (wanted) {
      Element copy = region.element().shallowClone();
      copyChildren(region, region.isEmpty() ? surrounded : picture || isMostlyKept(region), copy);
      if (copy.childNodeSize() > 0 || isMedia(copy)) {
        target.appendChild(copy);
      }
    }
  }

  private static boolean isOpen(Region region) {
    return (region.ownTraits() & (Trait.FRAME | Trait.HIDDEN.bit())) == 0;
  }

  private static boolean isMedia(Element element) {
    return MEDIA.contains(element.normalName());
  }

  private double keptWeight(Region region) {
    return kept[region.to()] - kept[region.from()];
  }

  /// Whether most of the text in the nearest element with text is kept.
  private boolean isMostlyKept(Region start) {
    Region region = start;
    while (region.isEmpty() && region.parent() != null) {
      region = region.parent();
    }
    return keptWeight(region) > map.weight(region) * MOST;
  }
}
