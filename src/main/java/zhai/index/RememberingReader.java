package zhai.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/// A reader of an index that remembers where in the dictionaries of its parts terms stand, and
/// which do not stand there.
///
/// A search asks for each of its terms again and again: whether it is known at all, how rare it is,
/// where its documents are; and who types a query asks for nearly the same terms with each letter.
/// Looking terms up in every part was a quarter of what a search did.
final class RememberingReader extends FilterDirectoryReader {
  /// Terms of one field that are remembered in one part of the index, a quarter of a kilobyte each.
  static final int TERMS = 1_000;

  RememberingReader(DirectoryReader in) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader part) {
            return new Part(part);
          }
        });
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new RememberingReader(other);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  private static final class Part extends FilterLeafReader {
    private final Map<String, Optional<Terms>> dictionaries = new ConcurrentHashMap<>();

    Part(LeafReader in) {
      super(in);
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Optional<Terms> known = dictionaries.get(field);
      if (known == null) {
        Terms terms = in.terms(field);
        known = terms == null ? Optional.empty() : Optional.of(new Dictionary(terms));
        dictionaries.put(field, known);
      }
      return known.orElse(null);
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

  /// What is asked of a term once it was found.
  @FunctionalInterface
  private interface Question<T> {
    T ask(TermsEnum term) throws IOException;
  }

  /// One field's terms in one part of the index. All that look something up share the place where
  /// that is done, one after the other: making a new one takes longer than the look.
  private static final class Dictionary extends FilterLeafReader.FilterTerms {
    private final TermsEnum place;

    private final Map<BytesRef, Optional<TermState>> known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<BytesRef, Optional<TermState>> eldest) {
            return size() > TERMS;
          }
        };

    Dictionary(Terms in) throws IOException {
      super(in);
      this.place = in.iterator();
    }

    /// Where the term stands.
    synchronized Optional<TermState> find(BytesRef term) throws IOException {
      Optional<TermState> found = known.get(term);
      if (found == null) {
        found = place.seekExact(term) ? Optional.of(place.termState()) : Optional.empty();
        known.put(BytesRef.deepCopyOf(term), found);
      }
      return found;
    }

    synchronized <T> T ask(BytesRef term, TermState where, Question<T> question)
        throws IOException {
      place.seekExact(term, where);
      return question.ask(place);
    }

    @Override
    public TermsEnum iterator() {
      return new Cursor(this);
    }

    @Override
    public TermsEnum intersect(CompiledAutomaton automaton, @Nullable BytesRef start)
        throws IOException {
      return in.intersect(automaton, start);
    }

    @Override
    public BytesRef getMin() throws IOException {
      return in.getMin();
    }

    @Override
    public BytesRef getMax() throws IOException {
      return in.getMax();
    }

    TermsEnum inOrder() throws IOException {
      return in.iterator();
    }
  }

  /// A place in a dictionary. It asks what is remembered, until somebody goes on from it to the
  /// next term.
  private static final class Cursor extends BaseTermsEnum {
    private final Dictionary dictionary;
    private BytesRef term = new BytesRef();
    private @Nullable TermState where;

    /// In use as soon as terms are gone through in order.
    private @Nullable TermsEnum walk;

    Cursor(Dictionary dictionary) {
      this.dictionary = dictionary;
    }

    @Override
    public boolean seekExact(BytesRef sought) throws IOException {
      Optional<TermState> found = dictionary.find(sought);
      found.ifPresent(state -> seekExact(sought, state));
      return found.isPresent();
    }

    @Override
    public void seekExact(BytesRef sought, TermState state) {
      term = sought;
      where = state;
      walk = null;
    }

    private TermsEnum walk() throws IOException {
      TermsEnum walking = walk;
      if (walking == null) {
        walking = dictionary.inOrder();
        if (where != null) {
          walking.seekExact(term);
        }
        walk = walking;
      }
      return walking;
    }

    private <T> T ask(Question<T> question) throws IOException {
      TermState state = where;
      return walk != null || state == null
          ? question.ask(walk())
          : dictionary.ask(term, state, question);
    }

    @Override
    public SeekStatus seekCeil(BytesRef sought) throws IOException {
      return walk().seekCeil(sought);
    }

    @Override
    public void seekExact(long ord) throws IOException {
      walk().seekExact(ord);
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      return walk().next();
    }

    @Override
    public BytesRef term() throws IOException {
      return walk == null ? term : walk.term();
    }

    @Override
    public long ord() throws IOException {
      return walk().ord();
    }

    @Override
    public int docFreq() throws IOException {
      return ask(TermsEnum::docFreq);
    }

    @Override
    public long totalTermFreq() throws IOException {
      return ask(TermsEnum::totalTermFreq);
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      return ask(found -> found.postings(reuse, flags));
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return ask(found -> found.impacts(flags));
    }

    @Override
    public TermState termState() throws IOException {
      TermState state = where;
      return walk != null || state == null ? walk().termState() : state;
    }
  }
}
