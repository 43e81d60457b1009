package zhai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import zhai.model.Tag;

/// Text that must stay text, as Markdown. Only what Markdown, its maths, MDX or Obsidian would read
/// as something else is escaped, so that an ordinary title stays as it is.
public final class MarkdownText {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\`*\\[\\]<~$|{}]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)|%(?=%)|=(?==)");

  private static final Pattern SPECIAL_IN_ADDRESS = Pattern.compile("[\\\\()<>]|&(?=#?\\w+;)");

  private MarkdownText() {}

  /// One line of plain text, for the middle of a line.
  public static String escape(String line) {
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  /// An address, for the round brackets of a link. What no address holds (white space, controls) is
  /// percent-encoded, the rest comes out of a Markdown parser as it went in.
  public static String destination(String address) {
    StringBuilder encoded = new StringBuilder();
    address.codePoints().forEach(it -> appendEncoded(encoded, it));
    return SPECIAL_IN_ADDRESS.matcher(encoded).replaceAll("\\\\$0");
  }

  /// `#label`, one word whatever is in the label; empty if nothing in it can be seen, since a lone
  /// `#` would be a heading.
  public static String hashtag(Tag tag) {
    String word = Characters.oneLine(tag.label()).replaceAll("[\\s\\p{Z}]+", "-");
    String label = word.replaceFirst("^#+", "");
    return label.isEmpty() ? "" : "#" + escape(label);
  }

  private static void appendEncoded(StringBuilder out, int codePoint) {
    if (!Characters.isUnsafe(codePoint) && !Character.isSpaceChar(codePoint)) {
      out.appendCodePoint(codePoint);
      return;
    }
    for (byte it : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(it));
    }
  }
}
