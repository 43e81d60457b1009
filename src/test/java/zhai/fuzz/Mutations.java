package zhai.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Bends inputs that are understood into inputs that are nearly so: bytes changed, pieces left out,
/// doubled, nested or taken from another input, and signs that formats are made of put in between.
/// The same seed gives the same inputs.
final class Mutations {
  private static final List<String> SIGNS =
      List.of(
          "\0",
          "\n",
          "\r\n",
          "\t",
          "\"",
          "'",
          "\\",
          "<",
          ">",
          "</",
          "<!--",
          "<![CDATA[",
          "&#0;",
          "&",
          "%",
          "%00",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "{{",
          "}}",
          "{{#",
          ":",
          ",",
          ";",
          "=",
          "#",
          "---\n",
          "```",
          "@",
          "-",
          "OR",
          "0",
          "-1",
          "99999999999999999999",
          "1e999",
          "\u202E",
          "\uFEFF",
          "\uD83D\uDE42",
          "中",
          "http://",
          "https://[",
          "PK\3\4",
          "\u001b[0m");

  private static final int LONGEST = 200_000;

  private final List<byte[]> seeds;
  private final Random random;

  Mutations(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /// One more.
  byte[] next() {
    byte[] bytes = oneOf(seeds);
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  private byte[] changed(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(64)));
    return switch (random.nextInt(8)) {
      case 0 -> with(bytes, from, to, new byte[0]);
      case 1 -> with(bytes, from, from, sign());
      case 2 -> with(bytes, from, to, sign());
      case 3 -> with(bytes, from, to, repeated(Arrays.copyOfRange(bytes, from, to)));
      case 4 -> with(bytes, from, from, repeated(sign()));
      case 5 -> with(bytes, from, bytes.length, tail(oneOf(seeds)));
      case 6 -> Arrays.copyOf(bytes, from);
      default -> flipped(bytes, from);
    };
  }

  private byte[] flipped(byte[] bytes, int place) {
    byte[] flipped = bytes.clone();
    if (place < bytes.length) {
      flipped[place] = (byte) (random.nextBoolean() ? random.nextInt(256) : flipped[place] ^ 0x80);
    }
    return flipped;
  }

  private byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length);
  }

  private byte[] sign() {
    return oneOf(SIGNS).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] repeated(byte[] piece) {
    int times = 1 + random.nextInt(random.nextInt(20) == 0 ? 2_000 : 10);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] with(byte[] bytes, int from, int to, byte[] put) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.writeBytes(put);
    all.write(bytes, to, bytes.length - to);
    return all.toByteArray();
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
