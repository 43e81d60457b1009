package zhai.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhai.extract.ShownImages;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.StoredImage;

/// The pictures that a bookmark's current article shows.
///
/// @param kept those that are kept, in the order in which they stand in it, each address once
/// @param missing the addresses of the others, which are links
public record ArticleImages(List<StoredImage> kept, List<String> missing) {
  public ArticleImages {
    kept = List.copyOf(kept);
    missing = List.copyOf(missing);
  }

  /// Sorts an article's pictures by whether they are among those that are kept.
  static ArticleImages of(Entry entry, List<StoredImage> stored) {
    Map<String, StoredImage> byAddress = new HashMap<>();
    stored.forEach(image -> byAddress.put(image.address(), image));
    List<StoredImage> kept = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String address : shown(entry)) {
      StoredImage image = byAddress.get(address);
      if (image == null) {
        missing.add(address);
      } else {
        kept.add(image);
      }
    }
    return new ArticleImages(kept, missing);
  }

  private static List<String> shown(Entry entry) {
    Article article = entry.currentArticle();
    return article == null ? List.of() : ShownImages.of(article.content());
  }

  /// Whether the article shows none.
  public boolean isEmpty() {
    return kept.isEmpty() && missing.isEmpty();
  }

  /// The size of those that are kept.
  public long bytes() {
    return kept.stream().mapToLong(StoredImage::size).sum();
  }
}
