package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Finds the article as a stretch of the page, whatever its elements are called and however they
/// nest: prose blocks count for, other blocks against, and the stretch with the largest sum wins.
final class ProseStretch {
  /// What a block that is no prose costs, beside its links.
  private static final double BREAK_COST = 12;

  private ProseStretch() {}

  static @Nullable Candidate find(Element body, BlockMap map) {
    int[] stretch = heaviest(map);
    if (stretch[1] <= stretch[0]) {
      return null;
    }
    Element first = map.blocks().get(stretch[0]).owner();
    Element last = map.blocks().get(stretch[1] - 1).owner();
    Element shared = sharedParent(first, last, body);
    return new Candidate(Candidate.Method.STRETCH, between(shared, first, last));
  }

  /// Kadane's largest sum of a run, as {from, to}.
  private static int[] heaviest(BlockMap map) {
    double best = 0;
    double sum = 0;
    int from = 0;
    int[] stretch = {0, 0};
    for (int i = 0; i < map.blocks().size(); i++) {
      sum += value(map.blocks().get(i), map.isProse(i));
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        stretch = new int[] {from, i + 1};
      }
    }
    return stretch;
  }

  private static double value(TextBlock block, boolean prose) {
    double plain = block.weight() - block.linkWeight();
    return prose ? plain : plain * 0.3 - block.linkWeight() * 1.5 - BREAK_COST;
  }

  private static Element sharedParent(Element first, Element last, Element body) {
    List<Element> above = new ArrayList<>(first.parents());
    above.addFirst(first);
    for (Element up = last; up != null; up = up.parent()) {
      if (above.contains(up)) {
        return up;
      }
    }
    return body;
  }

  /// The children of an element from the one that holds the first to the one that holds the last.
  private static List<Element> between(Element shared, Element first, Element last) {
    if (shared.equals(first) || shared.equals(last)) {
      return List.of(shared);
    }
    List<Element> parts = new ArrayList<>();
    boolean inside = false;
    for (Element child : shared.children()) {
      inside |= holds(child, first);
      if (inside) {
        parts.add(child);
      }
      if (holds(child, last)) {
        break;
      }
    }
    return parts;
  }

  private static boolean holds(Element element, Node inner) {
    for (Node up = inner; up != null; up = up.parent()) {
      if (up.equals(element)) {
        return true;
      }
    }
    return false;
  }
}
