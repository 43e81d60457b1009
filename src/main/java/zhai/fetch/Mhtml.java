package zhai.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.model.Bytes;

/// Web archives as Chrome ("Webpage, single file") and old browsers write them: RFC 2557, a mail
/// whose parts are the page and what it shows (RFC 2045, 2046).
///
/// Of the parts the page is wanted, the first HTML one, and the pictures. A picture is named in the
/// page by its part's `Content-Location`, or as `cid:` and its `Content-ID` (RFC 2392). The file is
/// read as ISO-8859-1, in which a character is a byte, so that parts in any charset come out as
/// they are.
final class Mhtml {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

  /// Parts hold parts, but not deeper than anybody writes them.
  private static final int MAX_DEPTH = 10;

  private static final int MAX_IMAGE_BYTES = 5_000_000;

  /// Of all pictures; the rest are left out.
  private static final int MAX_IMAGES_BYTES = 50_000_000;

  private Mhtml() {}

  /// Whether a file begins with the head of a mail of several related parts.
  static boolean isMhtml(String head) {
    Matcher end = BLANK_LINE.matcher(head);
    Map<String, String> fields = fields(end.find() ? head.substring(0, end.start()) : head);
    return fields
        .getOrDefault("content-type", "")
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/");
  }

  /// Finds the page and its pictures.
  ///
  /// @throws UnreadableSavedPageException if there is no HTML part
  static SavedPage read(Bytes file) {
    Part whole = Part.parse(new String(file.toArray(), StandardCharsets.ISO_8859_1));
    List<Part> leaves = whole.leaves(MAX_DEPTH).toList();
    Part page =
        leaves.stream()
            .filter(part -> SavedPage.isHtml(part.type()))
            .findFirst()
            .orElseThrow(
                () -> new UnreadableSavedPageException("the web archive holds no HTML page"));
    String location = whole.field("snapshot-content-location");
    String named = location.isEmpty() ? page.field("content-location") : location;
    return new SavedPage(page.decoded(), page.type(), SavedPage.webAddress(named), images(leaves));
  }

  private static Map<String, Bytes> images(List<Part> parts) {
    Map<String, Bytes> images = new LinkedHashMap<>();
    int together = 0;
    for (Part part : parts) {
      Bytes image = part.image();
      if (image.size() > 0 && together + image.size() <= MAX_IMAGES_BYTES) {
        together += image.size();
        part.names().forEach(name -> images.putIfAbsent(name, image));
      }
    }
    return images;
  }

  private static Map<String, String> fields(String head) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : FOLD.matcher(head).replaceAll(" ").lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private record Part(Map<String, String> fields, String content) {
    static Part parse(String text) {
      Matcher blank = BLANK_LINE.matcher(text);
      return blank.find()
          ? new Part(Mhtml.fields(text.substring(0, blank.start())), text.substring(blank.end()))
          : new Part(Mhtml.fields(text), "");
    }

    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    String type() {
      return field("content-type");
    }

    /// The parts that hold no others, in their order.
    Stream<Part> leaves(int depth) {
      List<Part> parts = depth == 0 ? List.of() : parts();
      return parts.isEmpty()
          ? Stream.of(this)
          : parts.stream().flatMap(part -> part.leaves(depth - 1));
    }

    /// Empty if it is none, or more than a picture has.
    Bytes image() {
      boolean isOne = type().toLowerCase(Locale.ROOT).startsWith("image/");
      try {
        Bytes bytes = isOne ? decoded() : Bytes.of(new byte[0]);
        return bytes.size() <= MAX_IMAGE_BYTES ? bytes : Bytes.of(new byte[0]);
      } catch (UnreadableSavedPageException _) {
        return Bytes.of(new byte[0]);
      }
    }

    /// What the page calls it.
    List<String> names() {
      String id = field("content-id").replaceAll("[<>\\s]", "");
      return Stream.of(field("content-location"), id.isEmpty() ? "" : "cid:" + id)
          .filter(name -> !name.isEmpty())
          .toList();
    }

    List<Part> parts() {
      Matcher boundary = BOUNDARY.matcher(type());
      if (!type().toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
        return List.of();
      }
      String mark = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
      Pattern line = Pattern.compile("\\r?\\n--" + Pattern.quote(mark) + "(--)?[ \\t]*(\\r?\\n|$)");
      return line.splitAsStream("\n" + content).skip(1).map(Part::parse).toList();
    }

    Bytes decoded() {
      byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
      return switch (field("content-transfer-encoding").toLowerCase(Locale.ROOT)) {
        case "base64" -> base64(raw);
        case "quoted-printable" -> quotedPrintable(raw);
        default -> Bytes.of(raw);
      };
    }
  }

  private static Bytes base64(byte[] raw) {
    try {
      return Bytes.of(Base64.getMimeDecoder().decode(raw));
    } catch (IllegalArgumentException e) {
      throw new UnreadableSavedPageException("the page in the web archive is damaged");
    }
  }

  /// Undoes `=E4` and joins lines that end in `=`; what is neither stays as it is.
  private static Bytes quotedPrintable(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '=') {
        out.write(raw[i]);
        continue;
      }
      int skipped = lineBreakAfter(raw, i + 1);
      if (skipped > 0) {
        i += skipped;
      } else if (i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
        out.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
        i += 2;
      } else {
        out.write('=');
      }
    }
    return Bytes.of(out.toByteArray());
  }

  private static int lineBreakAfter(byte[] raw, int at) {
    int end = at;
    while (end < raw.length && (raw[end] == ' ' || raw[end] == '\t' || raw[end] == '\r')) {
      end++;
    }
    return end < raw.length && raw[end] == '\n' ? end - at + 1 : 0;
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
