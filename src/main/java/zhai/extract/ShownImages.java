package zhai.extract;

import java.util.List;
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
}
