package zhai.measure;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/// What Lucene and ICU give who puts their parts together as their manuals say: ICU's words,
/// stemmed, and single characters with pairs, both of text whose script ICU's transliterator has
/// folded; all that words or characters find, by words, characters, titles and the whole query as a
/// phrase; or in two steps only the 200 best by words, which is twice as quick.
final class ReferenceIndex implements AutoCloseable {
  private static final String ID = "id";
  private static final String WORDS = "words";
  private static final String CHARACTERS = "characters";
  private static final String TITLE = "title";
  private static final int CANDIDATES = 200;

  private static final Analyzer WORD_ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
          TokenStream lower = new EnglishPossessiveFilter(new LowerCaseFilter(words));
          return new TokenStreamComponents(words, new SnowballFilter(lower, new EnglishStemmer()));
        }
      };

  private static final Analyzer CHARACTER_ANALYZER = characters(true);

  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
  private final QueryBuilder words = new QueryBuilder(WORD_ANALYZER);
  private final QueryBuilder characters = new QueryBuilder(CHARACTER_ANALYZER);
  private final QueryBuilder pairs = new QueryBuilder(characters(false));
  private final Path folder;
  private final FSDirectory directory;
  private @Nullable IndexSearcher searcher;

  ReferenceIndex() throws IOException {
    this.folder = Files.createTempDirectory("reference");
    this.directory = FSDirectory.open(folder);
    characters.setEnableGraphQueries(false);
  }

  private static Analyzer characters(boolean singleToo) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(new CJKWidthFilter(words));
        return new TokenStreamComponents(words, new CJKBigramFilter(lower, 0xF, singleToo));
      }
    };
  }

  /// Indexes on this thread.
  ///
  /// @return seconds
  double index(List<RetrievalSet.Document> documents) throws IOException {
    long start = System.nanoTime();
    Analyzer analyzer =
        new PerFieldAnalyzerWrapper(WORD_ANALYZER, Map.of(CHARACTERS, CHARACTER_ANALYZER));
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (RetrievalSet.Document document : documents) {
        writer.updateDocument(new Term(ID, document.id()), fields(document));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    return seconds;
  }

  private Document fields(RetrievalSet.Document given) {
    String title = simplified.transliterate(given.line().path(TITLE).asText());
    String all = title + "\n" + simplified.transliterate(given.line().path("text").asText());
    Document document = new Document();
    document.add(new StringField(ID, given.id(), Field.Store.YES));
    document.add(new TextField(TITLE, title, Field.Store.NO));
    document.add(new TextField(WORDS, all, Field.Store.NO));
    document.add(new TextField(CHARACTERS, all, Field.Store.NO));
    return document;
  }

  /// The best documents' ids.
  List<String> search(String text) throws IOException {
    String query = simplified.transliterate(text);
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    add(sum, words.createBooleanQuery(WORDS, query), 1);
    return ids(in().search(others(sum, query), 10));
  }

  /// The best of the best by words.
  List<String> searchInTwoSteps(String text) throws IOException {
    String query = simplified.transliterate(text);
    @Nullable Query first = words.createBooleanQuery(WORDS, query);
    if (first == null) {
      return List.of();
    }
    TopDocs candidates = in().search(first, CANDIDATES);
    Query second = others(new BooleanQuery.Builder(), query);
    return ids(new Deciding(second).rescore(in(), candidates, 10));
  }

  private IndexSearcher in() {
    return Objects.requireNonNull(searcher, "nothing is indexed");
  }

  private List<String> ids(TopDocs found) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc one : found.scoreDocs) {
      ids.add(in().storedFields().document(one.doc).get(ID));
    }
    return ids;
  }

  private Query others(BooleanQuery.Builder sum, String query) {
    add(sum, characters.createBooleanQuery(CHARACTERS, query), 0.5f);
    add(sum, words.createBooleanQuery(TITLE, query), 0.3f);
    add(sum, pairs.createPhraseQuery(CHARACTERS, query), 2);
    return sum.build();
  }

  private static void add(BooleanQuery.Builder sum, @Nullable Query part, float weight) {
    if (part != null) {
      sum.add(new BoostQuery(part, weight), Occur.SHOULD);
    }
  }

  private static final class Deciding extends QueryRescorer {
    Deciding(Query second) {
      super(second);
    }

    @Override
    protected float combine(float first, boolean matches, float second) {
      return first + second;
    }
  }

  @Override
  public void close() throws IOException {
    if (searcher != null) {
      searcher.getIndexReader().close();
    }
    directory.close();
    TemporaryFolder.delete(folder);
  }
}
