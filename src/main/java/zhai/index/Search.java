package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;

/// One search: what must hold chooses, ranking or a sort orders, a page of it is handed back.
final class Search {
  private static final int MAX_CLAUSES = 65_536;
  private static final int CANDIDATES = 200;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  private final IndexSearcher searcher;
  private final zhai.query.Query query;
  private final SearchOptions options;
  private final List<Needle> needles;

  Search(IndexSearcher searcher, zhai.query.Query query, SearchOptions options) {
    this.searcher = searcher;
    this.query = query;
    this.options = options;
    this.needles = Needle.of(query);
  }

  SearchResult run() throws IOException {
    Query strict = new Gate(searcher.getIndexReader(), options.now(), false).of(query);
    int total = searcher.count(strict);
    if (total > 0 || needles.stream().allMatch(Needle::exact)) {
      return result(strict, false, total, List.of());
    }
    Query some =
        new BooleanQuery.Builder()
            .add(new Gate(searcher.getIndexReader(), options.now(), true).of(query), Occur.FILTER)
            .add(new Ranking(needles).first(), Occur.MUST)
            .build();
    int partial = searcher.count(some);
    return result(some, partial > 0, partial, missingWords());
  }

  private SearchResult result(Query gate, boolean partial, int total, List<String> missing)
      throws IOException {
    int wanted = options.offset() + options.limit();
    boolean ranked = options.sort() == SortOrder.RELEVANCE && !needles.isEmpty();
    TopDocs top = ranked ? best(gate, wanted) : searcher.search(gate, wanted, sort());
    List<Hit> hits = new ArrayList<>();
    Snippets snippets = new Snippets(searcher.storedFields(), needles);
    for (int i = options.offset(); i < Math.min(wanted, top.scoreDocs.length); i++) {
      hits.add(hit(top.scoreDocs[i], snippets));
    }
    return new SearchResult(hits, total, partial, missing);
  }

  private TopDocs best(Query gate, int wanted) throws IOException {
    Ranking ranking = new Ranking(needles);
    Query first =
        new BooleanQuery.Builder()
            .add(gate, Occur.FILTER)
            .add(ranking.first(), Occur.SHOULD)
            .build();
    TopDocs candidates = searcher.search(first, Math.max(CANDIDATES, wanted));
    return new Deciding(ranking.second()).rescore(searcher, candidates, wanted);
  }

  /// Leaves the order of the candidates to the second query alone.
  private static final class Deciding extends QueryRescorer {
    Deciding(Query second) {
      super(second);
    }

    @Override
    protected float combine(float first, boolean matches, float second) {
      return matches ? second : 0;
    }
  }

  private Sort sort() {
    SortField newest = byDate(Documents.ADDED, true);
    return switch (options.sort()) {
      case RELEVANCE, NEWEST -> new Sort(newest, byId());
      case OLDEST -> new Sort(byDate(Documents.ADDED, false), byId());
      case PUBLISHED -> new Sort(byDate(Documents.PUBLISHED, true), newest, byId());
      case READ -> new Sort(byDate(Documents.READ, true), newest, byId());
      case CHANGED -> new Sort(byDate(Documents.CHANGED, true), newest, byId());
      case TITLE ->
          new Sort(new SortField(Documents.TITLE_ORDER, SortField.Type.STRING), newest, byId());
    };
  }

  private static SortField byDate(String field, boolean newestFirst) {
    return LongField.newSortField(
        field,
        newestFirst,
        SortedNumericSelector.Type.MIN,
        newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  private static SortField byId() {
    return new SortField(Documents.ID, SortField.Type.LONG, true);
  }

  private Hit hit(ScoreDoc found, Snippets snippets) throws IOException {
    double score = Float.isNaN(found.score) ? 0 : found.score;
    return new Hit(id(found.doc), score, options.snippets() ? snippets.of(found.doc) : List.of());
  }

  private long id(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues ids = leaf.reader().getNumericDocValues(Documents.ID);
    if (ids == null || !ids.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("a document without an id");
    }
    return ids.longValue();
  }

  private List<String> missingWords() throws IOException {
    Gate gate = new Gate(searcher.getIndexReader(), options.now(), false);
    List<String> missing = new ArrayList<>();
    for (Needle needle : needles) {
      if (!needle.exact() && searcher.count(gate.word(needle, true)) == 0) {
        missing.add(needle.typed());
      }
    }
    return missing;
  }
}
