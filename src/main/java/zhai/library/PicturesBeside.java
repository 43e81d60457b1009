package zhai.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhai.extract.ShownImages;
import zhai.model.Bytes;
import zhai.model.StoredImage;

/// Pictures that stood beside a page in its file, as in MHTML, and that an article shows by the
/// names of their contents. The page calls them otherwise (`cid:`, RFC 2392), and only the page is
/// kept, not the file: so they are kept by that name as well, to be found when it is read anew.
final class PicturesBeside {
  private static final Pattern WEB = Pattern.compile("https?:", Pattern.CASE_INSENSITIVE);

  private PicturesBeside() {}

  /// Of the pictures that came along those that an article shows so, by what the page calls them.
  ///
  /// @param shown pictures that the article shows and that are kept, by the addresses by which it
  ///   does
  static Map<String, Bytes> called(Map<String, Bytes> beside, Map<String, Bytes> shown) {
    Set<Bytes> byContent =
        shown.entrySet().stream()
            .filter(it -> ShownImages.isByContent(it.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    Map<String, Bytes> called = new LinkedHashMap<>(beside);
    called.entrySet().removeIf(it -> isWeb(it.getKey()) || !byContent.contains(it.getValue()));
    return called;
  }

  /// Those that are kept with a bookmark, by what its page calls them.
  static Map<String, Bytes> of(Library library, long id) {
    Map<String, Bytes> beside = new LinkedHashMap<>();
    for (StoredImage image : library.store().images(id)) {
      if (!isWeb(image.address()) && !ShownImages.isByContent(image.address())) {
        library.store().image(image.sha256()).ifPresent(it -> beside.put(image.address(), it));
      }
    }
    return beside;
  }

  private static boolean isWeb(String address) {
    return WEB.matcher(address).lookingAt();
  }
}
