package zhai.index.packed;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;

/// Makes a writer of an index pack the tokens of some fields.
///
/// Such a field may have positions or only frequencies; neither offsets nor payloads. A token may
/// be 32,755 bytes long, 11 fewer than Lucene allows; a longer one is refused as it does.
public final class Packing {
  private final Predicate<String> packed;

  /// Of the next pack.
  private final AtomicLong number = new AtomicLong();

  /// @param packed whether a field of that name is packed
  public Packing(Predicate<String> packed) {
    this.packed = packed;
  }

  /// An analyzer for packed fields.
  ///
  /// @param tokens cuts them into tokens
  public Analyzer analyzer(Analyzer tokens) {
    return new PackingAnalyzer(tokens, number::getAndIncrement);
  }

  /// The configuration of a writer, with Lucene's own values but where packs ask for others.
  ///
  /// It holds back the packs themselves and, while a part is written, {@link
  /// Inversion#BYTES_A_TOKEN} for each token of one field of it.
  ///
  /// @param analyzer one that has an {@link #analyzer} for each packed field
  public IndexWriterConfig config(Analyzer analyzer) {
    return new IndexWriterConfig(analyzer)
        .setCodec(new PackingCodec(packed))
        .setSimilarity(new Lengths(packed));
  }

  private static final class PackingAnalyzer extends AnalyzerWrapper {
    private final Analyzer tokens;
    private final LongSupplier numbers;

    PackingAnalyzer(Analyzer tokens, LongSupplier numbers) {
      super(GLOBAL_REUSE_STRATEGY);
      this.tokens = tokens;
      this.numbers = numbers;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return tokens;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents parts) {
      return new TokenStreamComponents(
          parts.getSource(), new PackedTokens(parts.getTokenStream(), numbers));
    }

    /// The offset of a field counts what its length is, see {@link Lengths}.
    @Override
    public int getOffsetGap(String field) {
      return 0;
    }
  }

  private static final class PackingCodec extends Lucene104Codec {
    private final PostingsFormat format;

    PackingCodec(Predicate<String> packed) {
      this.format = new PackedFormat(super.getPostingsFormatForField(""), packed);
    }

    /// One for all fields, so that they share their files.
    @Override
    public PostingsFormat getPostingsFormatForField(String field) {
      return format;
    }
  }

  /// How long a field is, by which its words are weighed: of a packed one Lucene counted the packs.
  private static final class Lengths extends BM25Similarity {
    private final Predicate<String> packed;

    Lengths(Predicate<String> packed) {
      this.packed = packed;
    }

    @Override
    public long computeNorm(FieldInvertState field) {
      if (packed.test(field.getName())) {
        field.setLength(field.getOffset());
        field.setNumOverlap(0);
      }
      return super.computeNorm(field);
    }
  }
}
