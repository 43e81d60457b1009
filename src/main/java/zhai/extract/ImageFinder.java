package zhai.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Gives every picture its real address. Pages that load pictures late put a placeholder into `src`
/// and the address into an attribute, into `srcset`, or into a `<noscript>` beside it. What has no
/// address at the end (placeholders, icons written into the page, tracking pixels) is removed.
final class ImageFinder {
  /// In the order of trust: the original before the one scaled for the page.
  private static final List<String> ADDRESS_ATTRIBUTES =
      List.of(
          "data-original",
          "data-actualsrc",
          "data-src",
          "data-lazy-src",
          "data-original-src",
          "data-echo",
          "data-croporisrc",
          "src",
          "data-backsrc");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)/(?:blank|placeholder|loading|lazyload|spacer|pixel|grey|gray|transparent"
              + "|1x1|img_err|default_pic)[\\w-]*\\.(?:gif|png|svg|jpe?g)(?:[?#].*)?$");

  private static final Pattern DENSITY = Pattern.compile("([0-9.]+)[wx]");

  private ImageFinder() {}

  /// @param content the elements of an article, not necessarily all still in it
  static void resolve(PageIndex content) {
    content.tagged("noscript").forEach(ImageFinder::resolveNoscript);
    content.tagged("img").forEach(ImageFinder::resolveImage);
    content.tagged("amp-img").forEach(ImageFinder::resolveImage);
    content.tagged("picture").forEach(ImageFinder::keepOnlyImage);
  }

  private static void resolveNoscript(Element noscript) {
    Element hidden = noscript.selectFirst("img");
    if (hidden == null) {
      noscript.remove();
      return;
    }
    Optional<Element> visible = visibleTwin(noscript);
    if (visible.isEmpty()) {
      noscript.unwrap();
      return;
    }
    if (address(visible.get()).isEmpty()) {
      address(hidden).ifPresent(found -> visible.get().attr("src", found));
    }
    noscript.remove();
  }

  private static Optional<Element> visibleTwin(Element noscript) {
    return Stream.of(
            Optional.ofNullable(noscript.nextElementSibling()),
            Optional.ofNullable(noscript.previousElementSibling()))
        .flatMap(Optional::stream)
        .filter(sibling -> !sibling.nameIs("noscript"))
        .flatMap(sibling -> Optional.ofNullable(sibling.selectFirst("img")).stream())
        .findFirst();
  }

  private static void resolveImage(Element img) {
    Optional<String> address = isTrackingPixel(img) ? Optional.empty() : address(img);
    if (address.isEmpty()) {
      img.remove();
      return;
    }
    img.tagName("img").attr("src", address.get());
  }

  private static void keepOnlyImage(Element picture) {
    picture.select("source").remove();
    picture.unwrap();
  }

  /// The address of a picture; where it has none on the web, the name of what is written into the
  /// page; empty if it has neither.
  static Optional<String> address(Element img) {
    Optional<String> own =
        ADDRESS_ATTRIBUTES.stream()
            .filter(img::hasAttr)
            .map(name -> Addresses.absolute(img, img.attr(name)))
            .flatMap(Optional::stream)
            .filter(address -> !PLACEHOLDER.matcher(address).find())
            .findFirst();
    return own.or(() -> largest(img, img.attr("srcset")))
        .or(() -> largest(img, img.attr("data-srcset")))
        .or(() -> fromPicture(img))
        .or(() -> Optional.of(img.attr("src")).filter(WrittenImages::isName));
  }

  private static Optional<String> fromPicture(Element img) {
    Element picture = img.closest("picture");
    return picture == null
        ? Optional.empty()
        : picture.select("source").stream()
            .flatMap(source -> Stream.of(source.attr("srcset"), source.attr("data-srcset")))
            .flatMap(set -> largest(img, set).stream())
            .findFirst();
  }

  private static Optional<String> largest(Element img, String srcset) {
    return Stream.of(srcset.split(",\\s+"))
        .map(candidate -> candidate.strip().split("\\s+"))
        .filter(parts -> !parts[0].isEmpty())
        .sorted(Comparator.comparingDouble(ImageFinder::size).reversed())
        .flatMap(parts -> Addresses.absolute(img, parts[0]).stream())
        .findFirst();
  }

  private static double size(String[] candidate) {
    var size = DENSITY.matcher(candidate[candidate.length - 1]);
    return candidate.length > 1 && size.matches() ? Double.parseDouble(size.group(1)) : 1;
  }

  private static boolean isTrackingPixel(Element img) {
    return isTiny(img.attr("width")) || isTiny(img.attr("height"));
  }

  private static boolean isTiny(String length) {
    String digits = length.toLowerCase(Locale.ROOT).replace("px", "").strip();
    return digits.equals("0") || digits.equals("1") || digits.equals("2");
  }
}
