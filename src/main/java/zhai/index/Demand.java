package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// One thing that a query asks for and that a partial match may lack: a word outside of any field,
/// or alternatives with such a word among them.
///
/// @param said as typed
/// @param query what must hold for a bookmark to have it as a whole
/// @param parts its words: one of an English word, several of a Chinese run or of alternatives
/// @param divisible whether some of its words are worth something without the others
record Demand(String said, zhai.query.Query query, List<Part> parts, boolean divisible) {
  /// Demands of a query that are looked at; of a longer query the rest counts as nothing.
  private static final int MAX_DEMANDS = 256;

  /// Words of all demands together that are looked at.
  private static final int MAX_PARTS = 512;

  Demand {
    parts = List.copyOf(parts);
  }

  /// A word of a demand.
  ///
  /// @param said as typed
  /// @param terms of which any shows that it is there
  record Part(String said, List<Term> terms) {
    Query standing() {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
      return any.build();
    }

    /// How much it tells bookmarks apart, as BM25 weighs it; 0 if it stands in none.
    double rareness(IndexReader reader) throws IOException {
      int documents = 0;
      for (Term term : terms) {
        documents = Math.max(documents, reader.docFreq(term));
      }
      int all = reader.maxDoc();
      return documents == 0 ? 0 : Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    }
  }

  /// The demands of a query, in its order.
  static List<Demand> of(zhai.query.Query query) {
    Collector collector = new Collector();
    collector.collect(query);
    return collector.demands;
  }

  private static final class Collector {
    private final List<Demand> demands = new ArrayList<>();
    private int parts;

    private void collect(zhai.query.Query query) {
      switch (query) {
        case zhai.query.Query.Word(String typed) -> add(typed, query);
        case zhai.query.Query.And(var all) -> collectInsistedOn(all);
        case zhai.query.Query.Or _ -> add(query.toString(), query);
        case zhai.query.Query.Everything _,
            zhai.query.Query.Phrase _,
            zhai.query.Query.Not _,
            zhai.query.Query.In _,
            zhai.query.Query.Is _,
            zhai.query.Query.Has _,
            zhai.query.Query.Dated _ -> {}
      }
    }

    private void collectInsistedOn(List<zhai.query.Query> all) {
      for (zhai.query.Query part : Gate.insistedOn(all)) {
        collect(part);
      }
    }

    private void add(String said, zhai.query.Query query) {
      List<Part> words = new ArrayList<>();
      Needle.of(query).stream()
          .filter(needle -> !needle.exact())
          .forEach(needle -> words.addAll(Demand.parts(needle)));
      if (!words.isEmpty() && demands.size() < MAX_DEMANDS && parts < MAX_PARTS) {
        List<Part> some = words.subList(0, Math.min(words.size(), MAX_PARTS - parts));
        boolean divisible = query instanceof zhai.query.Query.Word && words.size() > 1;
        demands.add(new Demand(said, query, some, divisible));
        parts += some.size();
      }
    }
  }

  /// The words of a needle, in its order; none if all it holds is too common to count.
  static List<Part> parts(Needle needle) {
    String composed = Folding.compose(needle.typed());
    Map<String, List<Term>> terms = new LinkedHashMap<>();
    for (Analysis.Word word : Analysis.wordsIn(Folding.fold(composed))) {
      List<Term> same =
          terms.computeIfAbsent(
              composed.substring(word.start(), word.end()), _ -> new ArrayList<>());
      needle.fields().forEach(field -> same.add(new Term(field.words(), word.term())));
    }
    List<Part> parts = new ArrayList<>();
    terms.forEach((said, found) ->
        parts.add(new Part(terms.size() == 1 ? needle.typed() : said, List.copyOf(found))));
    return parts;
  }
}
