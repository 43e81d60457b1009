package zhai.extract;

/// Works out the {@link Feature}s of every block of a page.
final class BlockFeatures {
  private BlockFeatures() {}

  /// One row of values for each block, in the order of {@link Feature#name(int)}.
  static double[][] of(PageMap map, PageClues clues) {
    var values = new double[map.blocks().size()][Feature.COUNT];
    for (int i = 0; i < values.length; i++) {
      traits(map.blocks().get(i).region(), values[i]);
    }
    int title = TitleLine.find(map, clues.title());
    new LineFeatures(map, clues, title).fill(values);
    new AroundFeatures(map).fill(values);
    new PlaceFeatures(map, title).fill(values);
    new VoteFeatures(map, clues).fill(values);
    new CompanyFeatures(map).fill(values);
    new PageFeatures(map, clues).fill(values);
    return values;
  }

  private static void traits(Region region, double[] row) {
    for (Trait trait : Trait.values()) {
      row[Feature.index(trait)] = trait.in(region.traits()) ? 1 : 0;
    }
  }

  static void put(double[] row, Feature feature, double value) {
    row[feature.index()] = value;
  }

  static void put(double[] row, Feature feature, boolean holds) {
    row[feature.index()] = holds ? 1 : 0;
  }

  /// On the scale of doublings.
  static double doublings(double value) {
    return Math.log1p(Math.max(0, value)) / Math.log(2);
  }

  /// A share, or -1 of nothing.
  static double share(double part, double whole) {
    return whole <= 0 ? -1 : part / whole;
  }
}
