package zhai.extract;

import static zhai.extract.BlockFeatures.doublings;
import static zhai.extract.BlockFeatures.put;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What keeps company with a block: the other blocks of its kind, and the repetitions of the
/// element it stands in. Paragraphs are many and heavy, menu entries many and light, teasers many
/// and full of links.
final class CompanyFeatures {
  private static final int MIN_REPEATS = 3;
  private static final int MAX_INDEX = 5;
  private static final double LINKED = 0.7;

  /// Elements with the same parent, tag and classes.
  private static final class Repetition {
    private int count;
    private double weight;
    private double linkWeight;
    private int linked;
  }

  private static final class Kind {
    private int count;
    private double weight;
    private double prose;
  }

  private record Place(Repetition repetition, int index) {}

  private record Key(int parent, int signature) {}

  private final PageMap map;
  private final Place[] places;

  CompanyFeatures(PageMap map) {
    this.map = map;
    this.places = new Place[map.regions().size()];
    Map<Key, Repetition> repetitions = new HashMap<>();
    for (Region region : map.regions()) {
      Region parent = region.parent();
      if (parent != null && !region.isEmpty()) {
        var key = new Key(parent.index(), region.signature());
        Repetition repetition = repetitions.computeIfAbsent(key, _ -> new Repetition());
        places[region.index()] = new Place(repetition, repetition.count++);
        repetition.weight += map.weight(region);
        repetition.linkWeight += map.linkWeight(region);
        repetition.linked += map.blocks().get(region.from()).linkDensity() > LINKED ? 1 : 0;
      }
    }
  }

  void fill(double[][] values) {
    kinds(values);
    for (int i = 0; i < values.length; i++) {
      Place place = nearest(map.blocks().get(i).region());
      double[] row = values[i];
      if (place != null) {
        Repetition all = place.repetition();
        put(row, Feature.REPEATS, doublings(all.count));
        put(row, Feature.REPEAT_WEIGHT, doublings(all.weight / all.count));
        put(row, Feature.REPEAT_LINKS, all.weight == 0 ? 0 : all.linkWeight / all.weight);
        put(row, Feature.REPEAT_LINKED, (double) all.linked / all.count);
        put(row, Feature.REPEAT_INDEX, Math.min(place.index(), MAX_INDEX));
      }
    }
  }

  private @Nullable Place nearest(Region start) {
    for (Region region = start; region != null; region = region.parent()) {
      Place place = places[region.index()];
      boolean paragraph =
          Trait.PARAGRAPH.in(region.ownTraits()) || Trait.HEADING.in(region.ownTraits());
      if (place != null && place.repetition().count >= MIN_REPEATS && !paragraph) {
        return place;
      }
    }
    return null;
  }

  private void kinds(double[][] values) {
    Map<Integer, Kind> kinds = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      Block block = map.blocks().get(i);
      Kind kind = kinds.computeIfAbsent(map.kind(i), _ -> new Kind());
      kind.count++;
      kind.weight += block.weight();
      kind.prose += block.isProse() ? block.weight() : 0;
    }
    double prose = map.prose(0, values.length);
    for (int i = 0; i < values.length; i++) {
      Kind kind = kinds.getOrDefault(map.kind(i), new Kind());
      put(values[i], Feature.KIND_PROSE, prose == 0 ? 0 : kind.prose / prose);
      put(values[i], Feature.KIND_COUNT, doublings(kind.count));
      put(values[i], Feature.KIND_PURITY, kind.weight == 0 ? 0 : kind.prose / kind.weight);
    }
  }
}
