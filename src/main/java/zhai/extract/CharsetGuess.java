package zhai.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Tells apart the charsets of pages that declare none and are not UTF-8.
///
/// GB18030 and Big5 share their byte ranges, so that most Big5 text also decodes as GB18030, into
/// rare characters. What differs is where the common characters lie: GB 2312 puts its level one in
/// `B0A1..D7FE`, Big5 in `A440..C67E`, half of it with a second byte under `7F`. Bytes above ASCII
/// that stand alone, as accents between letters do, are Western.
final class CharsetGuess {
  private int pairs;
  private int gbCommon;
  private int bigCommon;
  private int alone;

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
    boolean levelOne = lead >= 0xB0 && lead <= 0xD7;
    boolean symbols = lead >= 0xA1 && lead <= 0xA3;
    gbCommon += high && (levelOne || symbols) ? 1 : 0;
    boolean bigTrail = high || trail <= 0x7E;
    bigCommon += bigTrail && lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
  }

  private Charset charset() {
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
