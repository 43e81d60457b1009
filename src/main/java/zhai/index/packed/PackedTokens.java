package zhai.index.packed;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The tokens of a value in packs, each of which stands where its first token does.
///
/// The end's offset is how many places have tokens.
final class PackedTokens extends TokenStream {
  private final TokenStream tokens;
  private final TermToBytesRefAttribute token;
  private final PositionIncrementAttribute step;
  private final LongSupplier numbers;
  private final BytesTermAttribute pack = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute packStep =
      addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TokenPack.Writer writer = new TokenPack.Writer();

  /// The token that is in no pack yet; null at the end.
  private @Nullable BytesRef ahead;

  /// How far the value has been gone through since the last pack began, and how many places of it
  /// had tokens.
  private int moved;

  private int places;

  /// @param numbers gives each pack a greater number than all packs before it
  PackedTokens(TokenStream tokens, LongSupplier numbers) {
    this.tokens = tokens;
    this.token = tokens.getAttribute(TermToBytesRefAttribute.class);
    this.step = tokens.addAttribute(PositionIncrementAttribute.class);
    this.numbers = numbers;
  }

  @Override
  public void reset() throws IOException {
    tokens.reset();
    moved = 0;
    places = 0;
    ahead = next();
  }

  /// Its bytes are made anew each time that they are asked for.
  private @Nullable BytesRef next() throws IOException {
    return tokens.incrementToken() ? token.getBytesRef() : null;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (ahead == null) {
      return false;
    }
    clearAttributes();
    packStep.setPositionIncrement(moved + step.getPositionIncrement());
    writer.begin(numbers.getAsLong());
    moved = 0;
    pack(ahead, 0);
    while (ahead != null && writer.hasRoomFor(ahead)) {
      moved += step.getPositionIncrement();
      pack(ahead, step.getPositionIncrement());
    }
    pack.setBytesRef(writer.pack());
    return true;
  }

  private void pack(BytesRef next, int nextStep) throws IOException {
    writer.add(next, nextStep);
    places += step.getPositionIncrement() == 0 ? 0 : 1;
    ahead = next();
  }

  @Override
  public void end() throws IOException {
    tokens.end();
    clearAttributes();
    packStep.setPositionIncrement(moved + step.getPositionIncrement());
    offset.setOffset(places, places);
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
