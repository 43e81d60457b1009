package zhai.extract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.ImageType;

/// The pictures that a page carries with it: written into it (`data:`), as SingleFile and some
/// sites do, or beside it in the same file, as in MHTML and in a book.
///
/// Those in it are taken out of the bytes before these are parsed: a page of a few screens can be
/// twenty megabytes long by its pictures. In the place of each stands the name of its content,
/// `ni:///sha-256;…` (RFC 6920). An article shows a picture by the web address that stands beside
/// it in the page, if there is one, else by that name.
///
/// @param rest the page without its pictures
/// @param byName the pictures, by what the page without them calls them
record WrittenImages(Bytes rest, Map<String, Bytes> byName) {
  /// What is smaller is left where it is: it is an icon or a placeholder, and no picture by itself.
  private static final int LEAST_BYTES = 2048;

  private static final int MOST_BYTES = 5_000_000;

  /// Of all of them; the rest stay where they are.
  private static final int MOST_TOGETHER = 50_000_000;

  private static final String NAME = "ni:///sha-256;";
  private static final Pattern NAMED = Pattern.compile("ni:///sha-256;[A-Za-z0-9_-]{43}");
  private static final Pattern WRITTEN = Pattern.compile("data:image/[\\w.+-]{1,40};base64,");
  private static final String BEGINNING = "data:image/";

  /// Takes the pictures out of a page.
  static WrittenImages takenOutOf(Bytes page) {
    Taking taking = new Taking(page.toLatin1());
    taking.all();
    return taking.byName.isEmpty() ? none(page) : new WrittenImages(taking.rest(), taking.byName);
  }

  /// A page into which none are written.
  static WrittenImages none(Bytes page) {
    return new WrittenImages(page, Map.of());
  }

  /// With pictures that came beside the page, by what it calls them. Where an address of that kind
  /// means nothing outside the file (`cid:`, a file's place), the page is made to show the picture
  /// by the name of its content.
  ///
  /// @param document the page, parsed from {@link #rest}; changed
  WrittenImages with(Map<String, Bytes> beside, Element document) {
    if (beside.isEmpty()) {
      return this;
    }
    Map<String, Bytes> all = new LinkedHashMap<>(byName);
    beside.forEach(all::putIfAbsent);
    for (Element image : document.select("img[src]")) {
      Bytes picture = beside.getOrDefault(image.attr("src"), beside.get(image.absUrl("src")));
      if (picture != null && isPicture(picture)) {
        String address = ImageFinder.address(image).orElseGet(() -> name(picture));
        all.putIfAbsent(address, picture);
        if (isName(address)) {
          image.attr("src", address);
        }
      }
    }
    return new WrittenImages(rest, all);
  }

  /// Whether an address is the name of a picture's content.
  static boolean isName(String address) {
    return NAMED.matcher(address).matches();
  }

  /// The pictures of the page that an article shows, by the addresses by which it does.
  ///
  /// @param page the page, parsed from {@link #rest}
  Map<String, Bytes> shown(PageIndex page, Content article) {
    Map<String, Bytes> carried = new LinkedHashMap<>(byName);
    for (Element image : page.tagged("img")) {
      carried(image.attr("src"))
          .ifPresent(picture ->
              ImageFinder.address(image).ifPresent(it -> carried.putIfAbsent(it, picture)));
    }
    if (carried.isEmpty()) {
      return Map.of();
    }
    Map<String, Bytes> shown = new LinkedHashMap<>();
    for (String address : ShownImages.of(article)) {
      Bytes picture = carried.get(address);
      if (picture != null) {
        shown.put(address, picture);
      }
    }
    return shown;
  }

  private Optional<Bytes> carried(String address) {
    Matcher written = WRITTEN.matcher(address);
    if (written.lookingAt()) {
      return picture(address.substring(written.end()));
    }
    return isName(address) ? Optional.ofNullable(byName.get(address)) : Optional.empty();
  }

  private static Optional<Bytes> picture(String base64) {
    try {
      Bytes picture = Bytes.of(Base64.getMimeDecoder().decode(base64));
      return picture.size() <= MOST_BYTES && ImageType.of(picture).isPresent()
          ? Optional.of(picture)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether it is one that may be shown by the name of its content.
  static boolean isPicture(Bytes picture) {
    return picture.size() >= LEAST_BYTES
        && picture.size() <= MOST_BYTES
        && ImageType.of(picture).isPresent();
  }

  /// The name of a picture's content.
  static String name(Bytes picture) {
    byte[] hash = HexFormat.of().parseHex(picture.sha256());
    return NAME + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /// Goes once over a page, whose bytes are characters here.
  private static final class Taking {
    private final String page;
    private final StringBuilder rest = new StringBuilder();
    private final Map<String, Bytes> byName = new LinkedHashMap<>();
    private int copied;
    private int taken;

    Taking(String page) {
      this.page = page;
    }

    void all() {
      int at = page.indexOf(BEGINNING);
      while (at >= 0) {
        int from = pictureAt(at);
        int to = from;
        while (to < page.length() && isBase64(page.charAt(to))) {
          to++;
        }
        if (isWorthwhile(to - from)) {
          take(at, from, to);
        }
        at = page.indexOf(BEGINNING, Math.max(to, at + 1));
      }
    }

    /// The page without what was taken.
    Bytes rest() {
      rest.append(page, copied, page.length());
      return Bytes.of(rest.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean isWorthwhile(int characters) {
      int bytes = characters / 4 * 3;
      return bytes >= LEAST_BYTES && bytes <= MOST_BYTES && taken + bytes <= MOST_TOGETHER;
    }

    private void take(int at, int from, int to) {
      picture(page.substring(from, to))
          .ifPresent(picture -> {
            String name = name(picture);
            byName.put(name, picture);
            taken += picture.size();
            rest.append(page, copied, at).append(name);
            copied = to;
          });
    }

    /// Where the picture itself begins; the place of `data:` if it is written otherwise.
    private int pictureAt(int at) {
      Matcher written = WRITTEN.matcher(page).region(at, page.length());
      return written.lookingAt() ? written.end() : at;
    }

    private static boolean isBase64(char it) {
      return (it >= 'A' && it <= 'Z')
          || (it >= 'a' && it <= 'z')
          || (it >= '0' && it <= '9')
          || it == '+'
          || it == '/'
          || it == '=';
    }
  }
}
