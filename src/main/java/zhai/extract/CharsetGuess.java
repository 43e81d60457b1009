package zhai.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tells apart the charsets of pages that declare none and are not UTF-8.
///
/// GB18030 and Big5 share their byte ranges, so that most Big5 text also decodes as GB18030, into
/// rare characters. What differs is where the common characters lie: GB 2312 puts its level one in
/// `B0A1..D7FE`, Big5 in `A440..C67E`, half of it with a second byte under `7F`. Japanese is full
/// of kana, which lie together (`82`, `83` in Shift_JIS, `A4`, `A5` in EUC-JP); Korean syllables
/// end at `C8`; Cyrillic letters fill only the upper quarter. Bytes above ASCII that stand alone,
/// as accents between letters do, are Western.
final class CharsetGuess {
  private int pairs;
  private int gbCommon;
  private int bigCommon;
  private int alone;
  private int shiftKana;
  private int eucKana;
  private int afterHangul;
  private int lowCyrillic;
  private int highCyrillic;

  /// Pairs below which shares say nothing.
  private static final int MIN_PAIRS = 15;

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    var guess = new CharsetGuess();
    guess.count(bytes);
    return guess.charset();
  }

  private void count(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
      if (next < 0x40 || next == 0x7F || next == 0xFF) {
        alone++;
        i++;
        continue;
      }
      pair(bytes[i] & 0xFF, next);
      i += 2;
    }
  }

  private void pair(int lead, int trail) {
    pairs++;
    boolean high = trail >= 0xA1;
    shiftKana += lead == 0x82 || lead == 0x83 ? 1 : 0;
    eucKana += high && (lead == 0xA4 || lead == 0xA5) ? 1 : 0;
    afterHangul += !high || lead > 0xC8 || lead == 0xA4 || lead < 0xA1 ? 1 : 0;
    count(lead);
    count(trail);
    boolean levelOne = lead >= 0xB0 && lead <= 0xD7;
    boolean symbols = lead >= 0xA1 && lead <= 0xA3;
    gbCommon += high && (levelOne || symbols) ? 1 : 0;
    boolean bigTrail = high || trail <= 0x7E;
    bigCommon += bigTrail && lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
  }

  private void count(int b) {
    lowCyrillic += b >= 0xC0 && b < 0xE0 ? 1 : 0;
    highCyrillic += b >= 0xE0 ? 1 : 0;
  }

  /// A charset of a script that has its own places, or null.
  private @Nullable String foreign() {
    if (pairs < MIN_PAIRS || alone > pairs / 2) {
      return null;
    }
    if (lowCyrillic + highCyrillic > 2 * pairs * 0.9) {
      return highCyrillic > lowCyrillic ? "windows-1251" : "KOI8-R";
    }
    if (shiftKana > pairs * 0.25) {
      return "windows-31j";
    }
    if (eucKana > pairs * 0.25) {
      return "EUC-JP";
    }
    return pairs >= 2 * MIN_PAIRS && afterHangul <= pairs * 0.02 ? "x-windows-949" : null;
  }

  private Charset charset() {
    String foreign = foreign();
    if (foreign != null) {
      return Charset.forName(foreign);
    }
    boolean neither = Math.max(gbCommon, bigCommon) < pairs * 0.6;
    if (alone > pairs / 2 || (neither && alone > pairs / 20)) {
      return Charset.forName("windows-1252");
    }
    if (pairs == 0) {
      return StandardCharsets.UTF_8;
    }
    return Charset.forName(bigCommon > gbCommon ? "Big5-HKSCS" : "GB18030");
  }
}
