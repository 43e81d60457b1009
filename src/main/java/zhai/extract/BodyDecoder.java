package zhai.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a page into text, whatever the page says its charset is.
///
/// Declarations are often wrong: a page saved from a browser is UTF-8 and still declares gb2312; a
/// page that declares gb2312 holds characters that only GBK has; a label far down the head is
/// overlooked. So the order is: a byte order mark; UTF-8 if the whole body is valid UTF-8 and not
/// plain ASCII; what the server said; what the page says; and then what the bytes look like. A
/// declaration that does not fit its own bytes gives way to one that does.
final class BodyDecoder {
  /// How far into the page a `meta` is looked for. Browsers stop at 1,024 bytes, but pages with
  /// theirs after 5 KiB exist.
  private static final int PREFIX_BYTES = 64 * 1024;

  /// Share of undecodable places up to which a declaration is believed: a page may be cut or carry
  /// a damaged comment.
  private static final double MAX_DAMAGE = 0.002;

  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]{0,500}?charset\\s*+=\\s*+[\"']?\\s*+([A-Za-z0-9_:.+-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.+-]+)");

  /// A text and how it was read.
  ///
  /// @param damaged the number of places that fit no character and became U+FFFD
  record Decoded(String text, Charset charset, int damaged) {}

  private final byte[] bytes;
  private final @Nullable String headerLabel;

  private BodyDecoder(byte[] bytes, @Nullable String headerLabel) {
    this.bytes = bytes;
    this.headerLabel = headerLabel;
  }

  /// Decodes a body.
  ///
  /// @param headerLabel the charset that the server named, or null
  static Decoded decode(byte[] bytes, @Nullable String headerLabel) {
    return new BodyDecoder(bytes, headerLabel).decode();
  }

  private Decoded decode() {
    Charset marked = byteOrderMark();
    if (marked != null) {
      return read(marked);
    }
    Charset shape = utf16Shape();
    if (shape != null) {
      return read(shape);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean undamaged = text.indexOf('\uFFFD') < 0;
    if (!undamaged && !isUtf8()) {
      return firstThatFits(declared());
    }
    if (text.indexOf('\u001b') >= 0) {
      return read(escaping());
    }
    return undamaged ? new Decoded(text, StandardCharsets.UTF_8, 0) : read(StandardCharsets.UTF_8);
  }

  private @Nullable Charset byteOrderMark() {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private boolean startsWith(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// The bytes of UTF-8, ASCII too, may be of a charset that writes its characters as escapes; it
  /// must be named.
  private Charset escaping() {
    return declared().stream()
        .filter(charset -> charset.name().toLowerCase(Locale.ROOT).contains("iso2022"))
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
  }

  /// Valid UTF-8 from the first byte to the last; a character cut off by the end is forgiven.
  private boolean isUtf8() {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = strict.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }

  /// UTF-16 without a mark: Latin markup then has a zero in every other byte.
  private @Nullable Charset utf16Shape() {
    int pairs = Math.min(bytes.length, 512) / 2;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < pairs; i++) {
      evenZeros += bytes[2 * i] == 0 ? 1 : 0;
      oddZeros += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 8 || Math.max(evenZeros, oddZeros) < pairs * 0.7) {
      return null;
    }
    return evenZeros > oddZeros ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  /// What the server and the page say, most trusted first.
  private List<Charset> declared() {
    var found = new LinkedHashSet<Charset>();
    addIfKnown(found, headerLabel);
    String head =
        new String(bytes, 0, Math.min(bytes.length, PREFIX_BYTES), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(withoutComments(head));
    if (meta.find()) {
      Charset charset = CharsetLabel.find(meta.group(1));
      boolean impossible = charset != null && charset.name().startsWith("UTF-16");
      addIfKnown(found, impossible ? "utf-8" : meta.group(1));
    }
    Matcher xml = XML.matcher(head);
    addIfKnown(found, xml.find() ? xml.group(1) : null);
    return new ArrayList<>(found);
  }

  /// One that is never closed is none.
  private static String withoutComments(String head) {
    var rest = new StringBuilder();
    int from = 0;
    for (int begin = head.indexOf("<!--"); begin >= 0; begin = head.indexOf("<!--", from)) {
      int end = head.indexOf("-->", begin + 4);
      if (end < 0) {
        break;
      }
      rest.append(head, from, begin);
      from = end + 3;
    }
    return rest.append(head, from, head.length()).toString();
  }

  private static void addIfKnown(Set<Charset> found, @Nullable String label) {
    Charset charset = label == null ? null : CharsetLabel.find(label);
    if (charset != null) {
      found.add(charset);
    }
  }

  private Decoded firstThatFits(List<Charset> declared) {
    Decoded best = null;
    for (Charset charset : declared) {
      Decoded decoded = read(charset);
      if (decoded.damaged() <= decoded.text().length() * MAX_DAMAGE) {
        return decoded;
      }
      best = best == null || decoded.damaged() < best.damaged() ? decoded : best;
    }
    Decoded guessed = read(CharsetGuess.of(bytes));
    return best == null || guessed.damaged() < best.damaged() ? guessed : best;
  }

  private Decoded read(Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    in.position(markLength(charset));
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out =
        CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 16);
    int damaged = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      boolean euro = charset.name().equals("GB18030") && in.get(in.position()) == (byte) 0x80;
      boolean cutOff = in.position() + result.length() >= bytes.length;
      damaged += euro || cutOff ? 0 : 1;
      if (!cutOff || euro) {
        out.put(euro ? '€' : '\uFFFD');
      }
      in.position(in.position() + (euro ? 1 : result.length()));
    }
    return new Decoded(out.flip().toString(), charset, damaged);
  }

  private int markLength(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
    }
    return charset.name().startsWith("UTF-16") && (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF))
        ? 2
        : 0;
  }
}
