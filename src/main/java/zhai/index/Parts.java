package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import zhai.index.Demand.Part;

/// How much of what was asked for some documents have, and which words they lack.
///
/// A word weighs what it tells bookmarks apart (its inverse document frequency). One that stands
/// nowhere weighs as much as the mean of the others, but all such words together no more than the
/// others together: they can't be held against one document more than against another.
final class Parts {
  /// A partial hit has at least this share of the weight of all words, ...
  private static final double WORTHWHILE = 0.5;

  /// ... or, where nothing has that, at least this.
  private static final double LEAST = 0.25;

  private final Among among;
  private final List<Had> had = new ArrayList<>();

  /// Which documents have a demand, and its words.
  private record Had(Demand demand, BitSet whole, List<Word> words) {}

  /// Which documents have a word.
  private record Word(String said, double weight, BitSet documents) {}

  /// @param gate says what has a demand as a whole
  /// @param documents numbers of documents
  Parts(IndexSearcher searcher, Gate gate, List<Demand> demands, int[] documents)
      throws IOException {
    this.among = new Among(searcher, documents);
    Map<Part, Double> rareness = new HashMap<>();
    for (Demand demand : demands) {
      for (Part part : demand.parts()) {
        rareness.put(part, part.rareness(searcher.getIndexReader()));
      }
    }
    double nowhere = weightOfNowhere(demands, rareness);
    for (Demand demand : demands) {
      List<Word> words = new ArrayList<>();
      for (Part part : demand.parts()) {
        double weight = rareness.getOrDefault(part, 0.0);
        boolean absent = weight == 0;
        BitSet with = absent ? new BitSet() : among.found(part.standing());
        words.add(new Word(part.said(), absent ? nowhere : weight, with));
      }
      BitSet whole = among.found(gate.of(demand.query()));
      had.add(new Had(demand, whole, demand.divisible() ? words : List.of(one(words, whole))));
    }
  }

  /// A name like `C++` is there or not, whatever else has a C in it; so are alternatives.
  private static Word one(List<Word> words, BitSet whole) {
    double weight = words.stream().mapToDouble(Word::weight).average().orElse(0);
    return new Word(words.getFirst().said(), weight, whole);
  }

  private static double weightOfNowhere(List<Demand> demands, Map<Part, Double> rareness) {
    double sum = 0;
    int somewhere = 0;
    int nowhere = 0;
    for (Demand demand : demands) {
      for (Part part : demand.parts()) {
        double weight = rareness.getOrDefault(part, 0.0);
        sum += weight;
        somewhere += weight == 0 ? 0 : 1;
        nowhere += weight == 0 ? 1 : 0;
      }
    }
    return sum / Math.max(1, Math.max(somewhere, nowhere));
  }

  /// Of these the documents that have enough of the words to be worth a look.
  ///
  /// @param alone whether nothing has all of the words, so that less is better than nothing
  int[] worthwhile(int[] documents, boolean alone) {
    double most = 0;
    for (int document : documents) {
      most = Math.max(most, share(document));
    }
    double least = alone && most < WORTHWHILE ? LEAST : WORTHWHILE;
    List<Integer> kept = new ArrayList<>();
    for (int document : documents) {
      if (share(document) >= least - 1e-9) {
        kept.add(document);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The share of the weight of all words that a document has.
  private double share(int document) {
    int place = among.place(document);
    double of = 0;
    double all = 0;
    for (Had one : had) {
      for (Word word : one.words) {
        all += word.weight;
        of += one.whole.get(place) || word.documents.get(place) ? word.weight : 0;
      }
    }
    return all == 0 ? 1 : of / all;
  }

  /// What a document lacks.
  Lack lack(int document) {
    int place = among.place(document);
    List<String> missing = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (Had one : had) {
      if (!one.whole.get(place)) {
        List<String> absent =
            one.words.stream()
                .filter(word -> !word.documents.get(place))
                .map(Word::said)
                .distinct()
                .toList();
        boolean all = absent.size() == one.words.size();
        missing.addAll(all ? List.of(one.demand.said()) : absent);
        if (absent.isEmpty()) {
          apart.add(one.demand.said());
        }
      }
    }
    return new Lack(false, missing, apart);
  }
}
