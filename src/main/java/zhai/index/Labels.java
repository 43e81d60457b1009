package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import zhai.index.Facet.Property;
import zhai.query.Field;
import zhai.query.Query;

/// The tags, sites and authors of a library, asked for those that are like one that it doesn't
/// have: spelt like it, or with it in them (`site:zhihu` for `zhihu.com`).
final class Labels {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_CHOICES = 5;

  /// Labels whose bookmarks are counted, at most.
  private static final int MAX_COUNTED = 20;

  private static final int MAX_SLIPS = 2;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final IndexSearcher searcher;
  private final Gate gate;

  Labels(IndexSearcher searcher, Gate gate) {
    this.searcher = searcher;
    this.gate = gate;
  }

  /// What is meant by a label that stands nowhere: itself if nothing is like it.
  List<Choice<String>> like(Field field, String typed) throws IOException {
    String folded = Needle.folded(typed.replaceFirst("^[#＃]", ""));
    if (folded.length() < 2 || folded.length() > MAX_LENGTH) {
      return Choice.only(typed);
    }
    List<Choice<String>> like = new ArrayList<>();
    for (Map.Entry<String, Integer> label : nearest(folded, all(field))) {
      Query labelled = new Query.In(field, new Query.Phrase(label.getKey()));
      int bookmarks = searcher.count(gate.of(labelled));
      if (bookmarks > 0) {
        like.add(new Choice<>(label.getKey(), Vocabulary.cost(label.getValue(), bookmarks)));
      }
    }
    return like.isEmpty() ? Choice.only(typed) : Choice.likeliest(like, MAX_CHOICES);
  }

  /// The labels that are like it, with the number of slips between; one that has it in it counts as
  /// one slip away.
  private static List<Map.Entry<String, Integer>> nearest(String folded, Set<String> labels) {
    Spelling spelling = new Spelling(folded, Math.min(MAX_SLIPS, (length(folded) - 1) / 2));
    String pieces = pieces(folded);
    Map<String, Integer> near = new TreeMap<>();
    for (String label : labels) {
      String other = Needle.folded(label);
      int slips = pieces(other).contains(pieces) ? 1 : spelling.slips(new BytesRef(other));
      if (slips != Spelling.FAR) {
        near.put(label, slips);
      }
    }
    return near.entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .limit(MAX_COUNTED)
        .toList();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String pieces(String folded) {
    return PieceScanner.pieces(folded).stream()
        .map(PieceScanner.Piece::text)
        .collect(Collectors.joining(" ", " ", " "));
  }

  private Set<String> all(Field field) throws IOException {
    return switch (field) {
      case TAG -> values(Property.TAG);
      case AUTHOR -> withTheirWords(values(Property.AUTHOR));
      case SITE -> hosts();
      case TITLE, TEXT, EXCERPT, NOTE, URL, LANG, SOURCE -> Set.of();
    };
  }

  private static Set<String> withTheirWords(Set<String> names) {
    Set<String> all = new TreeSet<>(names);
    names.forEach(name -> all.addAll(List.of(BLANKS.split(name.strip()))));
    return all;
  }

  private Set<String> values(Property property) throws IOException {
    Set<String> values = new TreeSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum all = DocValues.getSortedSet(leaf.reader(), property.field()).termsEnum();
      addAll(all, values);
    }
    return values;
  }

  /// Whole hosts, and what they are below of; not `com` alone.
  private Set<String> hosts() throws IOException {
    Set<String> hosts = new TreeSet<>();
    @Nullable Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Documents.HOST);
    addAll(terms == null ? TermsEnum.EMPTY : terms.iterator(), hosts);
    hosts.removeIf(host -> !host.contains("."));
    return hosts;
  }

  private static void addAll(TermsEnum terms, Set<String> to) throws IOException {
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      to.add(term.utf8ToString());
    }
  }
}
