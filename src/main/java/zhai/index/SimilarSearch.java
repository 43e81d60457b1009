package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import zhai.index.TellingWords.Telling;
import zhai.model.Tag;

/// Finds what is like a bookmark: what has its most telling words, and its tags.
final class SimilarSearch {
  /// What is shown has at least this share of the weight of all words and tags.
  private static final double LEAST = 0.08;

  /// Candidates for each one that is wanted.
  private static final int CANDIDATES = 3;

  private static final int MAX_SHARED = 6;

  /// What a shared tag counts, as a word that stands in the user's own.
  private static final double TAG = 3;

  private final IndexSearcher searcher;
  private final Columns columns;

  SimilarSearch(IndexSearcher searcher) {
    this.searcher = searcher;
    this.columns = new Columns(searcher.getIndexReader());
  }

  /// Something that two bookmarks can share.
  private record Trait(String said, double weight, Query standing, Query scoring) {}

  /// The most similar bookmarks, best first; none if it is not in the index.
  List<Similar> to(long id, int limit) throws IOException {
    OptionalInt document = document(id);
    return document.isEmpty() ? List.of() : to(document.getAsInt(), limit);
  }

  private OptionalInt document(long id) throws IOException {
    Query key = new TermQuery(Documents.key(id));
    ScoreDoc[] found = searcher.search(key, 1).scoreDocs;
    return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
  }

  private List<Similar> to(int document, int limit) throws IOException {
    List<Trait> traits = traits(document);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    traits.forEach(trait -> any.add(trait.scoring, Occur.SHOULD));
    any.add(new TermQuery(Documents.key(columns.id(document))), Occur.MUST_NOT);
    int depth = (int) Math.min(searcher.getIndexReader().maxDoc(), (long) limit * CANDIDATES);
    ScoreDoc[] found = searcher.search(any.build(), depth).scoreDocs;
    return similar(document, found, traits).stream().limit(limit).toList();
  }

  private List<Similar> similar(int document, ScoreDoc[] found, List<Trait> traits)
      throws IOException {
    Among among = new Among(searcher, Arrays.stream(found).mapToInt(one -> one.doc).toArray());
    List<BitSet> with = new ArrayList<>();
    double all = 0;
    for (Trait trait : traits) {
      with.add(among.found(trait.standing));
      all += trait.weight;
    }
    List<Similar> similar = new ArrayList<>();
    for (ScoreDoc one : found) {
      int place = among.place(one.doc);
      List<Trait> shared = new ArrayList<>();
      for (int i = 0; i < traits.size(); i++) {
        if (with.get(i).get(place)) {
          shared.add(traits.get(i));
        }
      }
      if (shared.stream().mapToDouble(Trait::weight).sum() >= LEAST * all) {
        similar.add(
            new Similar(columns.id(one.doc), one.score, said(shared), isCopy(document, one.doc)));
      }
    }
    return similar;
  }

  private boolean isCopy(int document, int other) {
    @Nullable Sketch sketch = columns.sketch(document);
    @Nullable Sketch others = columns.sketch(other);
    return sketch != null && others != null && sketch.isOfSameText(others);
  }

  /// A tag says its word, too.
  private static List<String> said(List<Trait> traits) {
    Set<String> tags =
        traits.stream()
            .map(trait -> trait.said.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return traits.stream()
        .map(Trait::said)
        .filter(said -> !tags.contains("#" + said.toLowerCase(Locale.ROOT)))
        .limit(MAX_SHARED)
        .toList();
  }

  /// The tags, then the words, the most telling first.
  private List<Trait> traits(int document) throws IOException {
    List<String> tags = tags(document);
    List<Trait> traits = new ArrayList<>();
    for (String tag : tags) {
      traits.addAll(tag(tag));
    }
    TellingWords.of(searcher, searcher.storedFields().document(document), tags)
        .forEach(word -> traits.add(word(word)));
    return traits;
  }

  private List<Trait> tag(String label) throws IOException {
    Term term = new Term(Documents.TAG, Folding.fold(new Tag(label).key()));
    int bookmarks = searcher.getIndexReader().docFreq(term);
    int all = searcher.getIndexReader().maxDoc();
    double weight = TAG * Math.log(1 + (all - bookmarks + 0.5) / (bookmarks + 0.5));
    Query query = new TermQuery(term);
    Query scoring = new BoostQuery(new ConstantScoreQuery(query), (float) weight);
    return bookmarks < 2 ? List.of() : List.of(new Trait("#" + label, weight, query, scoring));
  }

  private static Trait word(Telling word) {
    CombinedFieldQuery.Builder combined = new CombinedFieldQuery.Builder(word.term());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (TextField field : Needle.ANYWHERE) {
      combined.addField(field.words(), weight(field));
      any.add(new TermQuery(new Term(field.words(), word.term())), Occur.SHOULD);
    }
    Query scoring = new BoostQuery(combined.build(), (float) word.weight());
    return new Trait(word.said(), word.weight(), any.build(), scoring);
  }

  private static float weight(TextField field) {
    return switch (field) {
      case NOTE, EXCERPT, LABEL -> 3;
      case TITLE -> 2;
      case PAGE, AUTHOR, SITE, URL, SOURCE -> 1;
    };
  }

  private List<String> tags(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Facet.Property.TAG.field());
    List<String> tags = new ArrayList<>();
    if (values.advanceExact(document - leaf.docBase)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        tags.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return tags;
  }
}
