package zhai.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kinds of pictures that are kept: what every browser of today shows and nothing in it can
/// run. SVG is none of them: it is a document, which may hold scripts and ask other hosts.
///
/// The kind is told by the first bytes, whatever a server or a file name says.
public enum ImageType {
  /// ISO 10918-1: the marker SOI, then another marker.
  JPEG("jpg", "\\xff\\xd8\\xff.*"),
  /// RFC 2083, §3.1.
  PNG("png", "\\x89PNG\\r\\n\\x1a\\n.*"),
  /// GIF89a specification, §17.
  GIF("gif", "GIF8[79]a.*"),
  /// RFC 9649, §2.4.
  WEBP("webp", "RIFF.{4}WEBPVP8[ LX].*"),
  /// A file of ISO 14496-12 that is of the brand `avif`, or `avis` if it moves.
  AVIF("avif", ".{4}ftyp(?:avif|avis|.{8}(?:.{4}){0,12}?(?:avif|avis)).*");

  private static final int HEAD_BYTES = 64;

  private final String ending;
  private final Pattern beginning;

  ImageType(String ending, String beginning) {
    this.ending = ending;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /// The kind of a file; empty if it is none of them.
  public static Optional<ImageType> of(Bytes file) {
    String head = new String(file.beginning(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(it -> it.beginning.matcher(head).matches()).findFirst();
  }

  /// How names of such files end, without the dot.
  public String ending() {
    return ending;
  }

  /// The media type, such as `image/png`.
  public String mediaType() {
    return "image/" + name().toLowerCase(Locale.ROOT);
  }
}
