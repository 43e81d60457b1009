package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the article where prose gathers: each prose block gives points to the elements around it,
/// fewer the farther out, and the element with the most points per link wins. Its siblings join it
/// if they score alike or are prose themselves. The idea is Arc90's Readability; the measure of
/// prose is ours, so that Chinese counts as Chinese.
final class ScoredParagraphs {
  /// How far up a block's points go, and what share of them each level gets.
  private static final double[] SHARES = {1, 0.5, 0.25, 0.12};

  /// A sibling joins with this share of the winner's points.
  private static final double SIBLING_SHARE = 0.2;

  private final BlockMap map;
  private final Map<Element, Double> points = new HashMap<>();

  private ScoredParagraphs(BlockMap map) {
    this.map = map;
  }

  static @Nullable Candidate find(Element body, BlockMap map) {
    var scoring = new ScoredParagraphs(map);
    for (int i = 0; i < map.blocks().size(); i++) {
      if (map.isProse(i)) {
        scoring.spread(map.blocks().get(i), body);
      }
    }
    Element winner = scoring.winner();
    return winner == null
        ? null
        : new Candidate(Candidate.Method.SCORED, scoring.withSiblings(winner, body));
  }

  private void spread(TextBlock block, Element body) {
    double score = 1 + Math.min(block.commas(), 10) + Math.min(block.weight() / 100, 6);
    Element holder = isContainer(block.owner()) ? block.owner() : block.owner().parent();
    for (double share : SHARES) {
      if (holder == null) {
        return;
      }
      points.merge(holder, score * share, Double::sum);
      holder = holder.equals(body) ? null : holder.parent();
    }
  }

  /// Paragraphs pass their points on; what may hold several of them keeps them.
  private static boolean isContainer(Element element) {
    return switch (element.normalName()) {
      case "p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt" -> false;
      default -> true;
    };
  }

  private @Nullable Element winner() {
    Element winner = null;
    double most = 0;
    for (var entry : points.entrySet()) {
      double score = score(entry.getKey());
      if (score > most) {
        winner = entry.getKey();
        most = score;
      }
    }
    return winner;
  }

  private double score(Element element) {
    var blocks = map.in(element);
    double weight = map.weight(blocks);
    double density = weight == 0 ? 1 : map.linkWeight(blocks) / weight;
    return points.getOrDefault(element, 0.0) * (1 - density);
  }

  private List<Element> withSiblings(Element winner, Element body) {
    Element parent = winner.parent();
    if (winner.equals(body) || parent == null) {
      return List.of(winner);
    }
    double threshold = score(winner) * SIBLING_SHARE;
    List<Element> parts = new ArrayList<>();
    for (Element sibling : parent.children()) {
      boolean joins =
          sibling.className().equals(winner.className()) && !winner.className().isEmpty();
      double bonus = joins ? score(winner) * 0.1 : 0;
      if (sibling.equals(winner) || score(sibling) + bonus >= threshold || isProse(sibling)) {
        parts.add(sibling);
      }
    }
    return parts;
  }

  private boolean isProse(Element sibling) {
    return !isContainer(sibling) && map.prose(sibling) > 0;
  }
}
