package zhai.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// A page that the user handed over as a file.
///
/// @param body the page's bytes: the file's own, or, of MHTML, those of the page in it, decoded
/// @param contentType its media type, with the charset where the file states it beside the bytes
/// @param namedAddress the http(s) address that the file says it was saved from, or null
/// @param images pictures that stand beside the page in the file, by what the page calls them;
///   those that are written into the page itself are not among them
public record SavedPage(
    Bytes body, String contentType, @Nullable String namedAddress, Map<String, Bytes> images) {
  private static final int HEAD_BYTES = 64 * 1024;

  /// SingleFile's first comment, three lines: what it is, ` url: …`, ` saved date: …`.
  private static final Pattern SINGLE_FILE =
      Pattern.compile("<!--\\s*Page saved with SingleFile\\s+url:\\s*(\\S+)");

  /// Internet Explorer's "mark of the web", which Chrome, Edge and Firefox write too; the number is
  /// the address's length.
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s*saved from url=\\(\\d{4}\\)(\\S+)");

  /// What the page itself calls its address: the link that search engines go by.
  private static final Pattern CANONICAL =
      Pattern.compile(
          "<link\\s(?=[^>]{0,300}?rel=[\"']?canonical[\"'\\s>])[^>]{0,300}?href=[\"']?([^\"'\\s>]+)",
          Pattern.CASE_INSENSITIVE);

  /// An EPUB is a zip archive whose first entry says so, uncompressed.
  private static final Pattern EPUB =
      Pattern.compile("PK\u0003\u0004.{22,30}mimetypeapplication/epub\\+zip.*", Pattern.DOTALL);

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]+");
  private static final Pattern MARKUP =
      Pattern.compile("\\s*<(!doctype|!--|\\?xml|[a-z])", Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML_TAG =
      Pattern.compile("<(!doctype\\s+html|html|head|body|title|meta)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]\\d])");

  public SavedPage {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
  }

  /// A page with nothing beside it.
  public SavedPage(Bytes body, String contentType, @Nullable String namedAddress) {
    this(body, contentType, namedAddress, Map.of());
  }

  /// Reads a file that a person saved: HTML as browsers and SingleFile write it, MHTML, PDF, EPUB,
  /// JSON, plain text and Markdown, told apart by content.
  ///
  /// @throws UnreadableSavedPageException if the file is empty or of another type
  public static SavedPage read(Bytes file) {
    String head = head(file);
    if (head.isBlank()) {
      throw new UnreadableSavedPageException("the file is empty");
    }
    if (head.startsWith("%PDF-")) {
      return new SavedPage(file, "application/pdf", null);
    }
    if (isEpub(file)) {
      return new SavedPage(file, "application/epub+zip", null);
    }
    if (Mhtml.isMhtml(head)) {
      return Mhtml.read(file);
    }
    if (head.indexOf('\0') >= 0) {
      throw new UnreadableSavedPageException(
          "the file is neither text nor PDF nor EPUB nor a saved page");
    }
    return new SavedPage(file, textType(head), namedAddress(head));
  }

  /// The page as what an address answered.
  ///
  /// @param address where the page lives; the user's word counts more than {@link #namedAddress}
  /// @return status 0, and the content type as its only header
  public Snapshot snapshot(String address, Instant takenAt) {
    List<Header> headers = List.of(new Header("Content-Type", contentType));
    return new Snapshot(address, Snapshot.Origin.HANDED_OVER, 0, headers, body, takenAt);
  }

  private static boolean isEpub(Bytes file) {
    byte[] array = file.toArray();
    String start = new String(array, 0, Math.min(array.length, 128), StandardCharsets.ISO_8859_1);
    return EPUB.matcher(start).matches();
  }

  private static String textType(String head) {
    if (MARKUP.matcher(head).lookingAt() || HTML_TAG.matcher(head).find()) {
      return "text/html";
    }
    return JSON.matcher(head).lookingAt() ? "application/json" : "text/plain";
  }

  private static @Nullable String namedAddress(String head) {
    for (Pattern comment : new Pattern[] {SINGLE_FILE, SAVED_FROM, CANONICAL}) {
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
