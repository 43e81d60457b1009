package zhai.extract;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each {@link Method} takes for the article: numbers of blocks. A method that finds nothing
/// on a page has no answer.
final class Candidates {
  private final Map<Method, BitSet> answers = new EnumMap<>(Method.class);

  static Candidates of(PageMap map) {
    var candidates = new Candidates();
    candidates.put(Method.NAMED_BODY, largest(map, Trait.NAMED_BODY.bit()));
    candidates.put(Method.NAMED_ARTICLE, largest(map, Trait.NAMED_ARTICLE.bit()));
    candidates.put(Method.NAMED_MAIN, largest(map, Trait.NAMED_MAIN.bit() | Trait.MAIN_TAG.bit()));
    candidates.put(Method.ARTICLE_TAG, largest(map, Trait.ARTICLE_TAG.bit()));
    candidates.put(Method.SCORED, ScoredParagraphs.find(map));
    candidates.put(Method.STRETCH, ProseStretch.find(map));
    candidates.put(Method.DENSITY, TextDensity.find(map));
    candidates.put(Method.POSTS, all(map, Trait.NAMED_POST.bit()));
    return candidates;
  }

  private void put(Method method, BitSet blocks) {
    if (!blocks.isEmpty()) {
      answers.put(method, blocks);
    }
  }

  @Nullable BitSet answer(Method method) {
    return answers.get(method);
  }

  /// The shown region with one of these traits that has the most prose; of one in the other, the
  /// inner if nearly all the prose is there.
  private static BitSet largest(PageMap map, long traits) {
    Region best = null;
    for (Region region : map.regions()) {
      if ((region.ownTraits() & traits) != 0
          && !region.isEmpty()
          && !Trait.HIDDEN.in(region.traits())
          && (best == null || isBetter(region, best, map))) {
        best = region;
      }
    }
    var blocks = new BitSet();
    if (best != null) {
      blocks.set(best.from(), best.to());
    }
    return blocks;
  }

  private static boolean isBetter(Region region, Region best, PageMap map) {
    double prose = map.prose(region);
    return prose > map.prose(best) || (best.holds(region) && prose >= map.prose(best) * 0.9);
  }

  private static BitSet all(PageMap map, long traits) {
    var blocks = new BitSet();
    for (Region region : map.regions()) {
      if ((region.ownTraits() & traits) != 0) {
        blocks.set(region.from(), region.to());
      }
    }
    return blocks;
  }
}
