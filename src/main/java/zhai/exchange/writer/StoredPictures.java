package zhai.exchange.writer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import zhai.exchange.WebLinks;
import zhai.model.ArticleVersion;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Snapshot;

/// The pictures that were kept with a page because they are written into it (`data:`), as
/// SingleFile and browsers save them.
///
/// The article names a picture by its address, and the saved page often still has that in another
/// attribute of the picture. Where it has none, the article lost the picture; then its place is
/// known by the text that stands before it.
final class StoredPictures {
  private static final StoredPictures NONE = new StoredPictures();

  /// A picture without an address is taken only if it is no icon.
  private static final int LEAST_BYTES = 2048;

  /// A text that is shorter stands in many places.
  private static final int LEAST_TEXT = 8;

  private static final String TEXTS = "p, h1, h2, h3, h4, h5, h6, li, pre, figcaption, td, dd";

  private static final String BESIDE =
      "nav, aside, footer, header, button, [class*=avatar], [class*=comment]";

  private final Map<String, StoredPicture> byAddress = new HashMap<>();
  private final Map<String, List<StoredPicture>> byTextBefore = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private StoredPictures() {}

  /// Those of the page that the current article was read from.
  static StoredPictures of(Dossier dossier) {
    ArticleVersion current = dossier.entry().article();
    return dossier.snapshots().stream()
        .filter(it -> current != null && it.body().sha256().equals(current.snapshotSha256()))
        .findFirst()
        .map(StoredPictures::in)
        .orElse(NONE);
  }

  /// The picture that the article knows by its address.
  Optional<StoredPicture> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /// The pictures without an address that stood after this text, and only there.
  List<StoredPicture> after(String text) {
    String key = key(text);
    return ambiguous.contains(key) ? List.of() : byTextBefore.getOrDefault(key, List.of());
  }

  private static StoredPictures in(Snapshot snapshot) {
    byte[] bytes = snapshot.body().toArray();
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("data:image/")) {
      return NONE;
    }
    try {
      StoredPictures pictures = new StoredPictures();
      pictures.collect(
          Jsoup.parse(new ByteArrayInputStream(bytes), null, snapshot.address()).body());
      return pictures;
    } catch (IOException e) {
      return NONE; // bytes that no charset can read hold no page
    }
  }

  private void collect(Element body) {
    Set<String> seen = new HashSet<>();
    String before = "";
    for (Element element : body.getAllElements()) {
      if (element.is(TEXTS) && element.select(TEXTS).size() == 1 && !element.text().isBlank()) {
        before = key(element.text());
        if (!seen.add(before)) {
          ambiguous.add(before);
        }
      } else if (element.nameIs("img")) {
        add(element, before);
      }
    }
  }

  private void add(Element image, String before) {
    Optional<StoredPicture> picture = StoredPicture.written(image.attr("src"), image.attr("alt"));
    if (picture.isEmpty()) {
      return;
    }
    List<String> addresses = addresses(image);
    addresses.forEach(it -> byAddress.putIfAbsent(it, picture.get()));
    boolean shown = picture.get().bytes().size() >= LEAST_BYTES && image.closest(BESIDE) == null;
    if (addresses.isEmpty() && shown && before.length() >= LEAST_TEXT) {
      byTextBefore.computeIfAbsent(before, _ -> new ArrayList<>()).add(picture.get());
    }
  }

  private static List<String> addresses(Element image) {
    return image.attributes().asList().stream()
        .map(Attribute::getValue)
        .map(it -> it.startsWith("//") ? "https:" + it : it)
        .filter(WebLinks::isWeb)
        .toList();
  }

  private static String key(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }

  /// A picture as a file.
  ///
  /// @param alt what the page says in its place; may be empty
  record StoredPicture(Kind kind, Bytes bytes, String alt) {
    private static final int MOST_BYTES = 8 << 20;

    /// What every reader of books shows; told by the first bytes, whatever the page says.
    enum Kind {
      PNG("\u0089PNG\r\n", "png", "image/png"),
      JPEG("\u00ff\u00d8\u00ff", "jpg", "image/jpeg"),
      GIF("GIF8", "gif", "image/gif");

      private final String beginning;
      private final String ending;
      private final String mediaType;

      Kind(String beginning, String ending, String mediaType) {
        this.beginning = beginning;
        this.ending = ending;
        this.mediaType = mediaType;
      }

      String mediaType() {
        return mediaType;
      }
    }

    /// The picture that a `data:` address holds.
    static Optional<StoredPicture> written(String address, String alt) {
      int comma = address.indexOf(";base64,");
      if (!address.startsWith("data:image/") || comma < 0 || address.length() > 2 * MOST_BYTES) {
        return Optional.empty();
      }
      try {
        String base64 = address.substring(comma + ";base64,".length());
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return kind(bytes).map(kind -> new StoredPicture(kind, Bytes.of(bytes), alt));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    /// Two pictures have the same name only if they are the same.
    String fileName() {
      return bytes.sha256().substring(0, 24) + "." + kind.ending;
    }

    private static Optional<Kind> kind(byte[] bytes) {
      String head = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
      for (Kind kind : Kind.values()) {
        if (head.startsWith(kind.beginning)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
