package zhai.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.CompressionInterceptor.DecompressionAlgorithm;
import okhttp3.Gzip;
import okhttp3.Response;
import okhttp3.brotli.Brotli;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import zhai.model.Bytes;

/// Reads a body to its end or to its limit, counting what comes over the wire and what it unpacks
/// to as it goes, so that a bomb is dropped after a few buffers.
///
/// OkHttp's `CompressionInterceptor` undoes the same codings, but several on top of each other and
/// without telling how many bytes went in: the ratio could not be held.
record BodyReader(Limits limits) {
  private static final int STEP_BYTES = 16 * 1024;

  /// The body, decoded. The caller cancels the call after an exception, before closing: closing
  /// alone would go on reading for a while to save the connection.
  ///
  /// @throws LimitException for each limit of bytes, codings and ratio
  /// @throws BrokenBodyException if the body ends early or can't be decoded
  Bytes read(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (response.body().contentLength() > limits.maxWireBytes()) {
      throw tooManyWireBytes();
    }
    WireMeter wire = new WireMeter(source);
    BufferedSource metered = Okio.buffer(wire);
    List<String> codings = codings(response);
    try {
      return metered.exhausted() ? Bytes.of(new byte[0]) : drain(decoded(codings, metered), wire);
    } catch (LimitException | BrokenBodyException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new BrokenBodyException(e);
    }
  }

  private static List<String> codings(Response response) {
    return response.headers("Content-Encoding").stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
        .toList();
  }

  private static Source decoded(List<String> codings, BufferedSource wire) throws IOException {
    if (codings.isEmpty()) {
      return wire;
    }
    if (codings.size() > 1) {
      throw new LimitException(Limit.CODINGS, codings.size() + " codings on top of each other");
    }
    DecompressionAlgorithm algorithm =
        switch (codings.getFirst()) {
          case "gzip", "x-gzip" -> Gzip.INSTANCE;
          case "br" -> Brotli.INSTANCE;
          default ->
              throw new BrokenBodyException(
                  new IOException("coded as " + codings.getFirst() + ", which was not asked for"));
        };
    return algorithm.decompress(wire);
  }

  private Bytes drain(Source source, WireMeter wire) throws IOException {
    Buffer decoded = new Buffer();
    while (source.read(decoded, STEP_BYTES) != -1) {
      if (decoded.size() > limits.maxDecodedBytes()) {
        throw new LimitException(
            Limit.DECODED_BYTES, "more than " + limits.maxDecodedBytes() + " bytes unpacked");
      }
      if (decoded.size() > limits.ratioFreeBytes()
          && decoded.size() > wire.count * limits.maxRatio()) {
        throw new LimitException(
            Limit.RATIO, "unpacks to more than " + limits.maxRatio() + " times its size");
      }
    }
    return Bytes.of(decoded.readByteArray());
  }

  private LimitException tooManyWireBytes() {
    return new LimitException(
        Limit.WIRE_BYTES, "more than " + limits.maxWireBytes() + " bytes sent");
  }

  private final class WireMeter extends ForwardingSource {
    private long count;

    WireMeter(Source delegate) {
      super(delegate);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      count += Math.max(0, read);
      if (count > limits.maxWireBytes()) {
        throw tooManyWireBytes();
      }
      return read;
    }
  }
}
