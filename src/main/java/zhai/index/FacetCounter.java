package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import zhai.index.Facet.Count;
import zhai.index.Facet.Property;

/// Counts what all matches of a query have, segment by segment: by the numbers that a segment gives
/// to its values, which become text only once they are summed up.
final class FacetCounter {
  private final IndexSearcher searcher;
  private final Map<Property, Map<String, Long>> counts = new EnumMap<>(Property.class);
  private long total;

  FacetCounter(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Facets count(Query matches) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(matches), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        FixedBitSet matching = matching(leaf.reader(), scorer.iterator());
        total += matching.cardinality();
        for (Property property : Property.values()) {
          add(property, leaf.reader(), matching);
        }
      }
    }
    return new Facets(total, facets());
  }

  private static FixedBitSet matching(LeafReader reader, DocIdSetIterator found)
      throws IOException {
    FixedBitSet matching = new FixedBitSet(reader.maxDoc());
    Bits live = reader.getLiveDocs();
    while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(found.docID())) {
        matching.set(found.docID());
      }
    }
    return matching;
  }

  private void add(Property property, LeafReader reader, FixedBitSet matching) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, property.field());
    int[] ofOrdinal = new int[Math.toIntExact(values.getValueCount())];
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (matching.get(values.docID())) {
        for (int i = 0; i < values.docValueCount(); i++) {
          ofOrdinal[(int) values.nextOrd()]++;
        }
      }
    }
    Map<String, Long> sums = counts.computeIfAbsent(property, _ -> new HashMap<>());
    for (int ordinal = 0; ordinal < ofOrdinal.length; ordinal++) {
      if (ofOrdinal[ordinal] > 0) {
        sums.merge(values.lookupOrd(ordinal).utf8ToString(), (long) ofOrdinal[ordinal], Long::sum);
      }
    }
  }

  private List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    counts.forEach((property, sums) -> {
      if (!sums.isEmpty()) {
        facets.add(facet(property, sums));
      }
    });
    return facets;
  }

  private static Facet facet(Property property, Map<String, Long> sums) {
    List<Count> most =
        sums.entrySet().stream()
            .map(sum -> new Count(sum.getKey(), sum.getValue()))
            .sorted(
                Comparator.comparingLong(Count::bookmarks).reversed().thenComparing(Count::value))
            .limit(Facet.MAX_VALUES)
            .toList();
    return new Facet(property, most, sums.size() - most.size());
  }
}
