package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import zhai.index.SearchOptions.Wish;

/// One search: what must hold chooses, ranking or a sort orders, a page of it is handed back.
///
/// What has everything comes first. Where that doesn't fill the page, the best of what has only a
/// part of it follows.
final class Search {
  private static final int MAX_CLAUSES = 65_536;

  /// Of what words alone choose so many are decided between. More change nothing that is measured.
  private static final int CANDIDATES = 100;

  /// Words and phrases of a query that are looked for in the whole library, to say that they stand
  /// nowhere in it.
  private static final int MAX_LOOKED_FOR = 64;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  private final IndexSearcher searcher;
  private final Sought sought;
  private final SearchOptions options;
  private final Ranking ranking;
  private final Columns columns;
  private @Nullable Scores scores;

  Search(IndexSearcher searcher, Sought sought, SearchOptions options) {
    this.searcher = searcher;
    this.sought = sought;
    this.options = options;
    this.ranking = sought.ranking();
    this.columns = new Columns(searcher.getIndexReader());
  }

  SearchResult run() throws IOException {
    Query whole = gate().of(sought.query());
    TopDocs some = searcher.search(whole, CANDIDATES, Sort.INDEXORDER);
    boolean counted = some.totalHits.relation() == Relation.EQUAL_TO;
    long total = counted ? some.totalHits.value() : searcher.count(whole);
    List<ScoreDoc> found = total == 0 ? List.of() : ordered(whole, total, some.scoreDocs);
    if (found.size() >= options.end() || !options.wants(Wish.PARTIAL)) {
      return new SearchResult(hits(found, Map.of()), total, List.of());
    }
    List<Demand> demands = Demand.of(sought.query());
    Partly partly = demands.isEmpty() ? Partly.NOTHING : partial(demands, found);
    List<ScoreDoc> all = joined(found, partly.found);
    boolean lacking = all.isEmpty() || !partly.found.isEmpty();
    return new SearchResult(hits(all, partly.lacks), total, lacking ? missingWords() : List.of());
  }

  private Gate gate() {
    return sought.gate(options.now());
  }

  /// What has only a part.
  ///
  /// @param lacks what each of them lacks, by document
  private record Partly(List<ScoreDoc> found, Map<Integer, Lack> lacks) {
    static final Partly NOTHING = new Partly(List.of(), Map.of());
  }

  private List<ScoreDoc> joined(List<ScoreDoc> whole, List<ScoreDoc> partly) {
    Stream<ScoreDoc> all = Stream.concat(whole.stream(), partly.stream());
    boolean byScoreAlone = isRanked() && !options.wants(Wish.WHOLE_FIRST);
    return byScoreAlone ? all.sorted(bestFirst()).toList() : all.toList();
  }

  /// What has everything, as far as the page needs it.
  ///
  /// @param some the first of them in any order: all if they are few, so that nothing has to choose
  private List<ScoreDoc> ordered(Query whole, long total, ScoreDoc[] some) throws IOException {
    int depth = depth(options.end());
    if (!isRanked()) {
      return List.of(searcher.search(whole, depth, sort()).scoreDocs);
    }
    if (!sought.expansion().isEmpty()) {
      return typedFirst(whole, depth);
    }
    return total == some.length ? decided(some, Factor.COMPLETE.weight()) : wholes(whole, depth);
  }

  private List<ScoreDoc> wholes(Query gate, int depth) throws IOException {
    return decided(candidates(gate, Occur.SHOULD, depth), Factor.COMPLETE.weight());
  }

  /// How many to look at for a page that ends there.
  private int depth(int end) {
    return Math.clamp(searcher.getIndexReader().maxDoc(), 1, Math.max(CANDIDATES, end));
  }

  /// What has the words as they were typed, then what has some of them in another form.
  private List<ScoreDoc> typedFirst(Query whole, int depth) throws IOException {
    Query typed = sought.gateAsTyped(options.now()).of(sought.query());
    List<ScoreDoc> found = new ArrayList<>(wholes(typed, depth));
    if (found.size() < options.end()) {
      Query others =
          new BooleanQuery.Builder().add(whole, Occur.FILTER).add(typed, Occur.MUST_NOT).build();
      found.addAll(wholes(others, depth));
    }
    return found;
  }

  private boolean isRanked() {
    return options.sort() == SortOrder.RELEVANCE && !sought.needles().isEmpty();
  }

  /// The best of what has a part only, as many as the page has room for; in the order that was
  /// wished.
  ///
  /// @param whole all that have everything
  private Partly partial(List<Demand> demands, List<ScoreDoc> whole) throws IOException {
    int room = options.end() - (options.wants(Wish.WHOLE_FIRST) ? whole.size() : 0);
    List<ScoreDoc> best = parts(documents(whole), depth(room));
    if (best.isEmpty()) {
      return Partly.NOTHING;
    }
    boolean told = options.wants(Wish.DETAILS);
    @Nullable Parts parts =
        told || options.wants(Wish.WORTHWHILE)
            ? new Parts(searcher, gate(), demands, documents(best))
            : null;
    if (parts != null && options.wants(Wish.WORTHWHILE)) {
      best = worthwhile(best, parts, whole.isEmpty());
    }
    List<ScoreDoc> page = best.subList(0, Math.min(room, best.size()));
    Map<Integer, Lack> lacks = new HashMap<>();
    page.forEach(
        one -> lacks.put(one.doc, parts != null && told ? parts.lack(one.doc) : Lack.SOMETHING));
    return new Partly(isRanked() || page.isEmpty() ? page : resorted(page), lacks);
  }

  private static List<ScoreDoc> worthwhile(List<ScoreDoc> found, Parts parts, boolean alone) {
    int[] kept = parts.worthwhile(documents(found), alone);
    Arrays.sort(kept);
    return found.stream().filter(one -> Arrays.binarySearch(kept, one.doc) >= 0).toList();
  }

  private static int[] documents(List<ScoreDoc> found) {
    return found.stream().mapToInt(one -> one.doc).toArray();
  }

  private List<ScoreDoc> resorted(List<ScoreDoc> found) throws IOException {
    List<BytesRef> keys =
        found.stream().map(one -> new BytesRef(Long.toString(columns.id(one.doc)))).toList();
    Query these = new TermInSetQuery(Documents.KEY, keys);
    return List.of(searcher.search(these, keys.size(), sort()).scoreDocs);
  }

  /// The best of what has one of the words at least.
  ///
  /// @param except documents that are known already; it is quicker to pass over them than to
  ///   exclude them by what they have
  private List<ScoreDoc> parts(int[] except, int depth) throws IOException {
    Arrays.sort(except);
    ScoreDoc[] others =
        Arrays.stream(
                candidates(
                    sought.relaxedGate(options.now()).of(sought.query()),
                    Occur.MUST,
                    depth + except.length))
            .filter(one -> Arrays.binarySearch(except, one.doc) < 0)
            .toArray(ScoreDoc[]::new);
    return decided(others, 0);
  }

  /// The best of what a gate lets in by the first step alone. Where equal ones stand on both sides
  /// of the limit, the newest added are taken, so that the order is the same whatever way the index
  /// came about; only then all that match have to be looked at.
  private ScoreDoc[] candidates(Query gate, Occur words, int depth) throws IOException {
    Query first =
        new BooleanQuery.Builder().add(gate, Occur.FILTER).add(ranking.first(), words).build();
    ScoreDoc[] best = searcher.search(first, depth + 1).scoreDocs;
    if (best.length <= depth) {
      return best;
    }
    if (best[depth - 1].score > best[depth].score) {
      return Arrays.copyOf(best, depth);
    }
    Sort byScore = new Sort(SortField.FIELD_SCORE, newest(), byId());
    return searcher.search(first, depth, byScore).scoreDocs;
  }

  /// The candidates by all factors; of equal ones the newest added is first.
  private List<ScoreDoc> decided(ScoreDoc[] candidates, float more) throws IOException {
    if (candidates.length == 0) {
      return List.of();
    }
    List<ScoreDoc> decided = scores().of(documents(List.of(candidates)));
    decided.forEach(one -> one.score += more);
    decided.sort(bestFirst());
    return decided;
  }

  private Scores scores() throws IOException {
    Scores ready = scores;
    if (ready == null) {
      ready = new Scores(searcher, ranking.parts());
      scores = ready;
    }
    return ready;
  }

  private Comparator<ScoreDoc> bestFirst() {
    return Comparator.<ScoreDoc>comparingDouble(one -> -one.score)
        .thenComparingLong(one -> -columns.added(one.doc))
        .thenComparingLong(one -> -columns.id(one.doc));
  }

  private Sort sort() {
    return switch (options.sort()) {
      case RELEVANCE, NEWEST -> new Sort(newest(), byId());
      case OLDEST -> new Sort(byDate(Documents.ADDED, false), byId());
      case PUBLISHED -> new Sort(byDate(Documents.PUBLISHED, true), newest(), byId());
      case READ -> new Sort(byDate(Documents.READ, true), newest(), byId());
      case CHANGED -> new Sort(byDate(Documents.CHANGED, true), newest(), byId());
      case TITLE ->
          new Sort(new SortField(Documents.TITLE_ORDER, SortField.Type.STRING), newest(), byId());
    };
  }

  private static SortField newest() {
    return byDate(Documents.ADDED, true);
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

  private List<Hit> hits(List<ScoreDoc> found, Map<Integer, Lack> lacks) throws IOException {
    boolean told = options.wants(Wish.DETAILS);
    Snippets snippets =
        new Snippets(
            searcher.getIndexReader(), told ? sought.expansion().shown(sought.query()) : List.of());
    Copies copies = new Copies(columns);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc one : page(found)) {
      Snippets.Shown shown = snippets.of(one.doc);
      hits.add(
          new Hit(
              columns.id(one.doc),
              Float.isNaN(one.score) ? 0 : one.score,
              lacks.getOrDefault(one.doc, Lack.NONE),
              shown.title(),
              shown.passages(),
              told ? copies.original(one.doc, shown.passages()) : null));
    }
    return hits;
  }

  private List<ScoreDoc> page(List<ScoreDoc> found) {
    int end = Math.min(options.end(), found.size());
    return found.subList(Math.min(options.offset(), end), end);
  }

  /// The words that stand nowhere, as typed; of a run that has some words somewhere only the
  /// others.
  private List<String> missingWords() throws IOException {
    List<String> missing = new ArrayList<>();
    if (!options.wants(Wish.DETAILS)) {
      return missing;
    }
    for (Needle needle :
        sought.needles().subList(0, Math.min(MAX_LOOKED_FOR, sought.needles().size()))) {
      if (isNowhere(gate().anywhere(needle))) {
        missing.addAll(needle.exact() ? List.of(needle.typed()) : missingParts(needle));
      }
    }
    return missing.stream().distinct().toList();
  }

  private List<String> missingParts(Needle needle) throws IOException {
    List<Demand.Part> parts = Demand.parts(needle);
    List<String> missing = new ArrayList<>();
    for (Demand.Part part : parts) {
      if (isNowhere(part.standing())) {
        missing.add(part.said());
      }
    }
    return missing.size() == parts.size() ? List.of(needle.typed()) : missing;
  }

  /// Looks no further than to the first that has it.
  private boolean isNowhere(Query what) throws IOException {
    return searcher.search(what, new TopFieldCollectorManager(Sort.INDEXORDER, 1, 1))
            .scoreDocs
            .length
        == 0;
  }
}
