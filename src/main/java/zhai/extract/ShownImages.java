package zhai.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import zhai.model.Content;

/// The pictures that an article shows.
public final class ShownImages {
  private ShownImages() {}

  /// The addresses of an article's pictures, in the order in which they stand in it, each once.
  public static List<String> of(Content content) {
    return !content.html().contains("<img")
        ? List.of()
        : HtmlTree.parse(content.html(), "").document().select("img[src]").eachAttr("src").stream()
            .filter(address -> !address.isBlank())
            .distinct()
            .toList();
  }

  /// Whether the address of a picture is the name of its content, as of one that has none on the
  /// web.
  public static boolean isByContent(String address) {
    return WrittenImages.isName(address);
  }

  /// The HTML form of an article with pictures at other addresses.
  ///
  /// @param html clean
  /// @param place the new address of a picture; empty leaves it
  public static String moved(String html, Function<String, Optional<String>> place) {
    Element body = HtmlTree.parse(html, "").document().body();
    for (Element picture : body.select("img[src]")) {
      place.apply(picture.attr("src")).ifPresent(address -> picture.attr("src", address));
    }
    return ContentWriter.html(body);
  }
}
