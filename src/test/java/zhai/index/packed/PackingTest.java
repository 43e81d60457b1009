package zhai.index.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An index that is filled with packs is the index that Lucene fills itself.
class PackingTest {
  private static final int LONGEST_TOKEN = 32_755;
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

  /// What may happen to an index.
  sealed interface Event {
    /// A document comes, instead of the one with that key if there is one.
    record Put(int key, List<String> values) implements Event {}

    record Removed(int key) implements Event {}

    /// What came so far becomes a part on the disk.
    record Written() implements Event {}
  }

  @Property(seed = "20260104", tries = 60)
  void holdsTheSameWhateverHappensToIt(@ForAll("histories") List<Event> history)
      throws IOException {
    assertSame(history);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 4_070, 4_080, 4_090, 4_100, 8_191, 8_192, 28_700, LONGEST_TOKEN})
  void holdsATokenOfAnyLength(int length) throws IOException {
    String token = "x".repeat(length);
    assertSame(
        List.of(
            put(1, "before " + token + " after the end"),
            put(2, "a ".repeat(2_000) + token + " " + token, token)));
  }

  @Test
  void holdsPagesOfManyPacks() throws IOException {
    String page = "模型 the 会 犯错 。 ".repeat(3_000);
    assertSame(List.of(put(1, "short", page, "", page), put(2, page), put(3, "the")));
  }

  @Test
  void refusesATokenThatIsTooLongAndKeepsTheOtherDocuments() throws IOException {
    String tooLong = "x".repeat(LONGEST_TOKEN + 1);
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, packing())) {
        write(writer, put(1, "before it"));
        IllegalArgumentException refused =
            assertThrows(
                IllegalArgumentException.class, () -> write(writer, put(2, "in it " + tooLong)));
        assertTrue(refused.getMessage().contains("immense term"), refused::getMessage);
        write(writer, put(3, "after it"));
        writer.forceMerge(1);
      }
      assertEquals(
          contents(List.of(put(1, "before it"), put(3, "after it"))), IndexContents.of(directory));
    }
  }

  /// The same as Lucene's own both in the parts that were written and when they were put together.
  private static void assertSame(List<Event> history) throws IOException {
    try (Directory expected = new ByteBuffersDirectory();
        Directory actual = new ByteBuffersDirectory()) {
      fill(expected, new IndexWriterConfig(analyzer(UnaryOperator.identity())), history);
      fill(actual, packing(), history);
      assertEquals(IndexContents.of(expected), IndexContents.of(actual));
      gather(expected, new IndexWriterConfig(analyzer(UnaryOperator.identity())));
      gather(actual, packing());
      assertEquals(IndexContents.of(expected), IndexContents.of(actual));
    }
  }

  private static List<String> contents(List<Event> history) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      fill(directory, new IndexWriterConfig(analyzer(UnaryOperator.identity())), history);
      return IndexContents.of(directory);
    }
  }

  private static void fill(Directory directory, IndexWriterConfig config, List<Event> history)
      throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, config.setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (Event event : history) {
        write(writer, event);
      }
    }
  }

  private static void gather(Directory directory, IndexWriterConfig config) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      writer.forceMerge(1);
    }
  }

  private static void write(IndexWriter writer, Event event) throws IOException {
    switch (event) {
      case Event.Put(int key, List<String> values) ->
          writer.updateDocument(key(key), document(key, values));
      case Event.Removed(int key) -> writer.deleteDocuments(key(key));
      case Event.Written _ -> writer.commit();
    }
  }

  private static Event put(int key, String... values) {
    return new Event.Put(key, List.of(values));
  }

  private static Term key(int key) {
    return new Term("key", Integer.toString(key));
  }

  private static Document document(int key, List<String> values) {
    Document document = new Document();
    document.add(new StringField("key", Integer.toString(key), Field.Store.NO));
    for (String value : values) {
      document.add(new Field("holes.packed", value, PLACED));
      document.add(new Field("pairs.packed", value, PLACED));
      document.add(new Field("holes.counted.packed", value, COUNTED));
      document.add(new Field("pairs.alone", value, PLACED));
    }
    return document;
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  private static IndexWriterConfig packing() {
    Packing packing = new Packing(field -> field.endsWith(".packed"));
    return packing.config(analyzer(packing::analyzer));
  }

  private static Analyzer analyzer(UnaryOperator<Analyzer> packing) {
    Analyzer pairs = new Pairs();
    Analyzer packedPairs = packing.apply(pairs);
    Analyzer packedHoles = packing.apply(new Holes());
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (field.startsWith("holes")) {
          return packedHoles;
        }
        return field.endsWith(".packed") ? packedPairs : pairs;
      }
    };
  }

  /// Leaves the place of each "the" free.
  private static final class Holes extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new WhitespaceTokenizer(100_000);
      TokenStream some = new StopFilter(words, new CharArraySet(List.of("the"), false));
      return new TokenStreamComponents(words, some);
    }
  }

  /// Words, and each with the next at the same place.
  private static final class Pairs extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new WhitespaceTokenizer(100_000);
      ShingleFilter pairs = new ShingleFilter(new LengthFilter(words, 1, LONGEST_TOKEN / 3));
      pairs.setTokenSeparator("+");
      return new TokenStreamComponents(words, pairs);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 7;
    }
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    Arbitrary<Integer> keys = Arbitraries.integers().between(1, 6);
    Arbitrary<Event> puts =
        Combinators.combine(keys, values().list().ofMaxSize(3)).as(Event.Put::new);
    Arbitrary<Event> removals = keys.map(Event.Removed::new);
    Arbitrary<Event> writes = Arbitraries.just(new Event.Written());
    return Arbitraries.frequencyOf(Tuple.of(6, puts), Tuple.of(1, removals), Tuple.of(1, writes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Arbitrary<String> values() {
    Arbitrary<String> text =
        Arbitraries.of("a", "b", "the", "the", "的", "模型", "𠀀", "x".repeat(70), "é".repeat(300))
            .list()
            .ofMaxSize(20)
            .map(words -> String.join(" ", words));
    return Combinators.combine(text, Arbitraries.of(1, 1, 1, 400))
        .as((words, times) -> (words + " ").repeat(times));
  }
}
