package zhai.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;

/// What a file turns out to hold.
///
/// @param body the page's bytes
/// @param contentType its media type, with the charset where the file states it beside the bytes
/// @param namedAddress the http(s) address it says it was saved from, or null
record SavedFile(Bytes body, String contentType, @Nullable String namedAddress) {
  private static final int HEAD_BYTES = 16 * 1024;

  /// SingleFile's first comment, three lines: what it is, ` url: …`, ` saved date: …`.
  private static final Pattern SINGLE_FILE =
      Pattern.compile("<!--\\s*Page saved with SingleFile\\s+url:\\s*(\\S+)");

  /// Internet Explorer's "mark of the web", which Chrome, Edge and Firefox write too; the number is
  /// the address's length.
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s*saved from url=\\(\\d{4}\\)(\\S+)");

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]+");
  private static final Pattern MARKUP =
      Pattern.compile("\\s*<(!doctype|!--|\\?xml|[a-z])", Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML_TAG =
      Pattern.compile("<(!doctype\\s+html|html|head|body|title|meta)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]\\d])");

  static SavedFile read(Bytes file) throws UnreadableSavedPageException {
    String head = head(file);
    if (head.isBlank()) {
      throw new UnreadableSavedPageException("the file is empty");
    }
    if (head.startsWith("%PDF-")) {
      return new SavedFile(file, "application/pdf", null);
    }
    if (Mhtml.isMhtml(head)) {
      return Mhtml.read(file);
    }
    if (head.indexOf('\0') >= 0) {
      throw new UnreadableSavedPageException("the file is neither text nor PDF nor a saved page");
    }
    return new SavedFile(file, textType(head), namedAddress(head));
  }

  private static String textType(String head) {
    if (MARKUP.matcher(head).lookingAt() || HTML_TAG.matcher(head).find()) {
      return "text/html";
    }
    return JSON.matcher(head).lookingAt() ? "application/json" : "text/plain";
  }

  private static @Nullable String namedAddress(String head) {
    for (Pattern comment : new Pattern[] {SINGLE_FILE, SAVED_FROM}) {
      Matcher matcher = comment.matcher(head);
      if (matcher.find()) {
        return webAddress(matcher.group(1));
      }
    }
    return null;
  }

  /// The text if it is an http(s) address, else null.
  static @Nullable String webAddress(String text) {
    return WEB.matcher(text).matches() ? text : null;
  }

  /// The file's beginning as text, good enough to see markup in it.
  private static String head(Bytes file) {
    byte[] array = file.toArray();
    String text = new String(array, 0, Math.min(array.length, HEAD_BYTES), charset(array));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] array) {
    int mark = array.length < 2 ? 0 : (array[0] & 0xff) << Byte.SIZE | (array[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  static boolean isHtml(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
  }
}
