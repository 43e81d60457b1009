package zhai.library;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import zhai.model.Bytes;
import zhai.model.ImageSize;
import zhai.model.ImageType;

/// How much is kept and done for the pictures of one article. What one picture may take over the
/// network is the business of {@link zhai.fetch.Limits}.
///
/// @param images of an article, in the order in which they stand in it
/// @param bytes of all of them together
/// @param pixels of one; who shows it unpacks them, and needs four bytes for each
/// @param time for all that are asked for at once
/// @param refusals in a row after which a host is asked for no more of them
record ImageLimits(int images, long bytes, long pixels, Duration time, int refusals) {
  static final ImageLimits USUAL =
      new ImageLimits(100, 50_000_000, 100_000_000, Duration.ofSeconds(60), 3);

  /// Whether bytes are a picture that is kept, told by their head.
  boolean allow(Bytes image) {
    return ImageType.of(image)
        .flatMap(type -> ImageSize.of(type, image))
        .filter(size -> size.pixels() <= pixels)
        .isPresent();
  }

  /// Of pictures that a page carries in itself the first that may be kept.
  Map<String, Bytes> of(Map<String, Bytes> carried) {
    Map<String, Bytes> kept = new LinkedHashMap<>();
    long together = 0;
    for (Map.Entry<String, Bytes> image : carried.entrySet()) {
      int size = image.getValue().size();
      if (kept.size() < images && together + size <= bytes && allow(image.getValue())) {
        kept.put(image.getKey(), image.getValue());
        together += size;
      }
    }
    return kept;
  }
}
