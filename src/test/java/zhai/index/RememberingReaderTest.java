package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberingReaderTest {
  private static final String TEXT = "text";

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final List<String> lookedUp = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  @Test
  void looksATermUpOnceWhetherItIsThereOrNot() throws IOException {
    try (DirectoryReader reader = reader("ink pen", "ink")) {
      for (int i = 0; i < 3; i++) {
        assertEquals(2, reader.docFreq(new Term(TEXT, "ink")));
        assertEquals(0, reader.docFreq(new Term(TEXT, "rubber")));
        assertEquals(0, reader.docFreq(new Term("else", "ink")));
      }
      assertEquals(List.of("ink", "rubber"), lookedUp);
    }
  }

  @Test
  void forgetsTheTermsThatWereNotAskedForLongest() throws IOException {
    try (DirectoryReader reader = reader("ink pen")) {
      for (int i = 0; i < RememberingReader.TERMS; i++) {
        reader.docFreq(new Term(TEXT, "absent" + i));
        reader.docFreq(new Term(TEXT, "ink"));
      }
      assertEquals(RememberingReader.TERMS + 1, lookedUp.size());
      reader.docFreq(new Term(TEXT, "ink"));
      reader.docFreq(new Term(TEXT, "absent0"));
      assertEquals("absent0", lookedUp.getLast());
      assertEquals(RememberingReader.TERMS + 2, lookedUp.size());
    }
  }

  @Test
  void tellsOfATermAlthoughAnotherWasAskedForMeanwhile() throws IOException {
    try (DirectoryReader reader = reader("ink pen", "ink ink", "pen")) {
      TermsEnum ink = terms(reader).iterator();
      TermsEnum pen = terms(reader).iterator();
      assertTrue(ink.seekExact(new BytesRef("ink")));
      assertTrue(pen.seekExact(new BytesRef("pen")));
      assertEquals("ink", ink.term().utf8ToString());
      assertEquals(3, ink.totalTermFreq());
      assertEquals(List.of(0, 1), documents(ink));
      assertEquals(List.of(0, 2), documents(pen));
      pen.seekExact(new BytesRef("ink"), ink.termState());
      assertEquals(List.of(0, 1), documents(pen));
      assertEquals(2, pen.docFreq());
    }
  }

  @Test
  void goesOnFromATermInTheirOrder() throws IOException {
    try (DirectoryReader reader = reader("ink pen quill")) {
      TermsEnum terms = terms(reader).iterator();
      assertEquals("ink", next(terms));
      assertTrue(terms.seekExact(new BytesRef("pen")));
      assertEquals("quill", next(terms));
      assertEquals(List.of(0), documents(terms));
      assertEquals(TermsEnum.SeekStatus.NOT_FOUND, terms.seekCeil(new BytesRef("j")));
      assertEquals("pen", terms.term().utf8ToString());
      assertFalse(terms.seekExact(new BytesRef("j")));
    }
  }

  private static @Nullable String next(TermsEnum terms) throws IOException {
    BytesRef next = terms.next();
    return next == null ? null : next.utf8ToString();
  }

  private static List<Integer> documents(TermsEnum term) throws IOException {
    List<Integer> documents = new ArrayList<>();
    PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
    while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      documents.add(postings.docID());
    }
    return documents;
  }

  private static Terms terms(DirectoryReader reader) throws IOException {
    return Terms.getTerms(reader.leaves().getFirst().reader(), TEXT);
  }

  /// A reader of one part with these texts.
  private DirectoryReader reader(String... texts) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (String text : texts) {
        Document document = new Document();
        document.add(new TextField(TEXT, text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
    return new RememberingReader(new Watched(DirectoryReader.open(directory)));
  }

  /// Writes down what is looked up.
  private final class Watched extends FilterDirectoryReader {
    Watched(DirectoryReader in) throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader part) {
              return new WatchedPart(part);
            }
          });
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
      return new Watched(other);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private final class WatchedPart extends FilterLeafReader {
    WatchedPart(LeafReader in) {
      super(in);
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = in.terms(field);
      return terms == null
          ? null
          : new FilterTerms(terms) {
            @Override
            public TermsEnum iterator() throws IOException {
              return watched(in.iterator());
            }
          };
    }

    private TermsEnum watched(TermsEnum terms) {
      return new FilterTermsEnum(terms) {
        @Override
        public boolean seekExact(BytesRef term) throws IOException {
          lookedUp.add(term.utf8ToString());
          return in.seekExact(term);
        }
      };
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
