package zhai.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes with value equality, so that records can hold what came from outside.
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /// Takes a copy of the array.
  public static Bytes of(byte[] array) {
    return new Bytes(array.clone());
  }

  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return array.length;
  }

  public boolean isEmpty() {
    return array.length == 0;
  }

  /// A copy, the caller's own.
  public byte[] toArray() {
    return array.clone();
  }

  /// A copy of the first bytes, so many at most.
  public byte[] beginning(int most) {
    return Arrays.copyOf(array, Math.min(most, array.length));
  }

  /// A text with one character for each byte, the one of that number: ISO 8859-1.
  public String toLatin1() {
    return new String(array, StandardCharsets.ISO_8859_1);
  }

  /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(array));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
