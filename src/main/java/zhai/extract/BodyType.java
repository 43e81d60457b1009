package zhai.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Snapshot;

/// What kind of body a snapshot has: by its first bytes where they are unmistakable, else by what
/// the server says, else by what it looks like. Files that the user hands over have no header.
///
/// @param kind how to read it
/// @param name the media type or format, for messages
/// @param charsetLabel the charset parameter of the header, or null
record BodyType(Kind kind, String name, @Nullable String charsetLabel) {
  enum Kind {
    HTML,
    FEED,
    JSON,
    PDF,
    EPUB,
    PLAIN,
    MARKDOWN,
    UNREADABLE
  }

  /// A format that is known by its first bytes.
  private record Magic(String bytes, int offset, String name) {}

  private static final List<Magic> MAGIC =
      List.of(
          new Magic("\u0089PNG", 0, "image/png"),
          new Magic("\u00ff\u00d8\u00ff", 0, "image/jpeg"),
          new Magic("GIF8", 0, "image/gif"),
          new Magic("RIFF", 0, "image/webp or audio"),
          new Magic("PK\u0003\u0004", 0, "application/zip"),
          new Magic("\u001f\u008b", 0, "application/gzip"),
          new Magic("Rar!", 0, "application/x-rar"),
          new Magic("7z\u00bc\u00af", 0, "application/x-7z-compressed"),
          new Magic("ftyp", 4, "video/mp4"),
          new Magic("\u001aE\u00df\u00a3", 0, "video/webm"),
          new Magic("ID3", 0, "audio/mpeg"),
          new Magic("OggS", 0, "audio/ogg"),
          new Magic("\u00d0\u00cf\u0011\u00e0", 0, "application/msword"));

  private static final int SNIFFED_BYTES = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED =
      Pattern.compile(
          "^(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*+<(?:rss|feed|rdf:RDF)[\\s>]",
          Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:!doctype html|html|head|body|title|meta|div|p|table|article|section|h[1-6]|figure|"
              + "span|a|br|ul|ol|script|pre|blockquote|img)[\\s/>]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "^(?:\\s|<\\?.*?\\?>|<!--.*?-->)*+<(?:!doctype\\s+html|html|head)[\\s>]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MARKDOWN_NAME = Pattern.compile(".*\\.(?:md|markdown|mdx)");

  static BodyType of(Snapshot snapshot) {
    String header = snapshot.header("Content-Type").orElse("");
    String declared = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    var charset = CHARSET.matcher(header);
    String label = charset.find() ? charset.group(1) : null;
    String head = new String(snapshot.body().beginning(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK") && head.lastIndexOf("mimetypeapplication/epub+zip", 64) > 0) {
      return new BodyType(Kind.EPUB, "application/epub+zip", null);
    }
    String magic = magic(head);
    if (magic != null) {
      return new BodyType(
          magic.equals("application/pdf") ? Kind.PDF : Kind.UNREADABLE, magic, label);
    }
    String shape =
        head.replace("\0", "")
            .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "");
    Kind kind = kind(declared, shape, snapshot.address());
    return new BodyType(kind, declared.isEmpty() ? "an unknown type" : declared, label);
  }

  private static @Nullable String magic(String head) {
    int pdf = head.indexOf("%PDF-");
    if (pdf >= 0 && pdf < 1024 && !TAG.matcher(head.substring(0, pdf)).find()) {
      return "application/pdf";
    }
    for (Magic magic : MAGIC) {
      if (head.startsWith(magic.bytes(), magic.offset())) {
        return magic.name();
      }
    }
    return null;
  }

  private static Kind kind(String declared, String head, String address) {
    if (FEED.matcher(head).lookingAt()) {
      return Kind.FEED;
    }
    if (isText(declared)) {
      return markdownOr(Kind.PLAIN, declared, address, head);
    }
    if (DOCUMENT.matcher(head).lookingAt()) {
      return Kind.HTML;
    }
    if (looksLikeJson(head)) {
      return Kind.JSON;
    }
    return declared.isEmpty() || isMarkup(declared)
        ? markupOrText(declared, head, address)
        : declared.endsWith("json") ? Kind.JSON : Kind.UNREADABLE;
  }

  private static Kind markupOrText(String declared, String head, String address) {
    if (isMarkup(declared) || (TAG.matcher(head).find() && !isMarkdown(address, head))) {
      return Kind.HTML;
    }
    return isBinary(head) ? Kind.UNREADABLE : markdownOr(Kind.PLAIN, declared, address, head);
  }

  private static boolean isText(String declared) {
    return declared.startsWith("text/")
        && !declared.equals("text/html")
        && !declared.equals("text/xml");
  }

  private static boolean isMarkup(String declared) {
    return declared.equals("text/html")
        || declared.equals("application/xhtml+xml")
        || declared.equals("text/xml")
        || declared.equals("application/xml");
  }

  private static boolean looksLikeJson(String head) {
    String start = head.stripLeading();
    return start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\"");
  }

  private static boolean isBinary(String head) {
    return head.chars().filter(c -> c < 0x20 && "\t\n\r\f\u001b".indexOf(c) < 0).count()
        > head.length() / 100;
  }

  private static Kind markdownOr(Kind other, String declared, String address, String head) {
    return declared.equals("text/markdown") || isMarkdown(address, head) ? Kind.MARKDOWN : other;
  }

  /// By the name of the file, or by a front matter or a heading as the first line.
  private static boolean isMarkdown(String address, String head) {
    String path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    return MARKDOWN_NAME.matcher(path).matches()
        || head.startsWith("# ")
        || (head.startsWith("---\n") && head.indexOf("\n---", 4) > 0);
  }
}
