package zhai.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.KeywordMarkerFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/// How folded text becomes terms: by words, which rank well, and by characters, which find
/// everything. Both expect text that went through {@link Folding}.
final class Analysis {
  /// Positions between two values of a field: no phrase reaches across.
  private static final int GAP = 100;

  private static final CharArraySet STOP_WORDS = stopWords();

  /// ICU's dictionary words without Chinese stop words; English stemmed.
  private static final Analyzer WORDS = new WordAnalyzer();

  /// See {@link GramTokenizer}.
  private static final Analyzer GRAMS = new PlacedAnalyzer(GramTokenizer::new);

  /// See {@link SoundTokenizer}.
  private static final Analyzer SOUNDS = new PlacedAnalyzer(SoundTokenizer::new);

  private Analysis() {}

  /// The analyzer for documents.
  ///
  /// @param changed what is made of the analyzer of each kind of field
  static Analyzer byField(UnaryOperator<Analyzer> changed) {
    Analyzer words = changed.apply(WORDS);
    Analyzer grams = changed.apply(GRAMS);
    Analyzer sounds = changed.apply(SOUNDS);
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (field.endsWith(TextField.SOUNDS_SUFFIX)) {
          return sounds;
        }
        return field.endsWith(TextField.WORDS_SUFFIX) ? words : grams;
      }
    };
  }

  /// The words of a folded text, in order.
  static List<String> words(String folded) {
    return wordsIn(folded).stream().map(Word::term).toList();
  }

  /// A word of a text and where it stands.
  ///
  /// @param start in UTF-16 units of the text
  /// @param end one past it
  record Word(String term, int start, int end) {}

  /// The words of a folded text with their places, in order.
  static List<Word> wordsIn(String folded) {
    if (isPlainRun(folded)) {
      return STOP_WORDS.contains(folded)
          ? List.of()
          : List.of(new Word(stem(folded), 0, folded.length()));
    }
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = WORDS.tokenStream("", folded)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /// Whether a text is nothing but a run of ASCII letters and digits. Most words of a query are,
  /// and such a run is one word whoever cuts it, so that nothing has to look for where it ends.
  private static boolean isPlainRun(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !folded.isEmpty() && folded.length() <= PieceScanner.MAX_RUN;
  }

  private static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static CharArraySet stopWords() {
    CharArraySet words = new CharArraySet(200, false);
    Resource.lines("stopwords.txt").forEach(line -> words.addAll(List.of(line.split(" "))));
    return CharArraySet.unmodifiableSet(words);
  }

  private static final class WordAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
      TokenStream telling = new StopFilter(new EnglishPossessiveFilter(words), STOP_WORDS);
      TokenStream stemmed = new SnowballFilter(new OtherScripts(telling), new EnglishStemmer());
      return new TokenStreamComponents(words, stemmed);
    }
  }

  /// Spares the stemmer what can't be English.
  private static final class OtherScripts extends KeywordMarkerFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    OtherScripts(TokenStream words) {
      super(words);
    }

    @Override
    protected boolean isKeyword() {
      return !term.isEmpty() && term.charAt(0) > 0x7F;
    }
  }

  /// Tokens of a tokenizer alone, with a {@link #GAP} between values.
  private static final class PlacedAnalyzer extends Analyzer {
    private final Supplier<Tokenizer> tokenizer;

    PlacedAnalyzer(Supplier<Tokenizer> tokenizer) {
      this.tokenizer = tokenizer;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(tokenizer.get());
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
