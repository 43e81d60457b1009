package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import zhai.index.Explanation.Points;
import zhai.index.Snippets.Standing;

/// Says why hits are where they are, from the same parts that their scores are made of.
final class Explainer {
  private final IndexSearcher searcher;
  private final Snippets snippets;
  private final List<SoughtUnit> units;
  private final List<Scored> scored = new ArrayList<>();

  /// A part of the score, ready to be asked.
  private record Scored(Factor factor, Weight weight) {}

  /// @param options of the search that found the hits
  Explainer(IndexSearcher searcher, Sought sought, SearchOptions options) throws IOException {
    this.searcher = searcher;
    List<Needle> needles = sought.expansion().shown(sought.query());
    Worth worth = new Worth(searcher.getIndexReader(), needles);
    this.snippets = new Snippets(searcher.getIndexReader(), needles, worth);
    this.units = SoughtUnit.of(worth, searcher, sought.gateAsTyped(options.now()));
    if (options.sort() == SortOrder.RELEVANCE) {
      for (ScorePart part : sought.ranking().parts()) {
        Weight weight =
            searcher.createWeight(searcher.rewrite(part.weighed()), ScoreMode.COMPLETE, 1);
        scored.add(new Scored(part.factor(), weight));
      }
    }
  }

  Explanation of(Hit hit) throws IOException {
    TopDocs found = searcher.search(new TermQuery(Documents.key(hit.id())), 1);
    if (found.scoreDocs.length == 0) {
      return new Explanation(List.of(), List.of(), searcher.getIndexReader().numDocs());
    }
    int document = found.scoreDocs[0].doc;
    List<Standing> texts = snippets.standing(document);
    return new Explanation(
        points(document, hit.partial()),
        units.stream()
            .map(unit -> unit.in(texts))
            .filter(word -> word.typed() || !word.places().isEmpty())
            .toList(),
        searcher.getIndexReader().numDocs());
  }

  private List<Points> points(int document, boolean partial) throws IOException {
    Map<Factor, Double> sums = new EnumMap<>(Factor.class);
    LeafReaderContext leaf = leaf(document);
    for (Scored part : scored) {
      var explained = part.weight.explain(leaf, document - leaf.docBase);
      if (explained.isMatch()) {
        sums.merge(part.factor, explained.getValue().doubleValue(), Double::sum);
      }
    }
    if (!scored.isEmpty() && !partial) {
      sums.put(Factor.COMPLETE, (double) Factor.COMPLETE.weight());
    }
    return sums.entrySet().stream()
        .map(one -> new Points(name(one.getKey()), one.getValue()))
        .sorted(Comparator.comparingDouble(Points::points).reversed())
        .toList();
  }

  private LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  private static String name(Factor factor) {
    return switch (factor) {
      case WORDS -> "words";
      case PAIRS -> "pairs of characters";
      case LETTERS -> "words exactly as typed";
      case CHARACTERS -> "single characters";
      case TITLE -> "in the title";
      case PHRASE -> "a run as typed";
      case WHOLE -> "all of it as typed";
      case TITLE_WHOLE -> "exactly the title";
      case NEIGHBOURS -> "side by side";
      case NEARNESS -> "near each other";
      case OTHER_FORM -> "in other words";
      case COMPLETE -> "has everything";
    };
  }
}
