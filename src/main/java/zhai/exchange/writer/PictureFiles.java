package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhai.model.Image;
import zhai.model.ImageType;

/// The pictures of a book, a site or a vault as files beside its pages, each once.
final class PictureFiles {
  /// The folder of the files, below that of the whole.
  static final String FOLDER = "pictures/";

  private final String root;
  private final List<ImageType> shown;
  private final Map<String, String> mediaTypes = new LinkedHashMap<>();
  private final Map<String, Image> fresh = new LinkedHashMap<>();

  /// @param root the way from a page to the folder that {@link #FOLDER} is in
  /// @param shown the kinds that whoever opens the pages can show; others stay links
  PictureFiles(String root, List<ImageType> shown) {
    this.root = root;
    this.shown = List.copyOf(shown);
  }

  /// Gives a picture a file.
  ///
  /// @return its address in a page; empty if it stays a link
  Optional<String> add(Image image) {
    if (!shown.contains(image.type())) {
      return Optional.empty();
    }
    String file = file(image);
    if (mediaTypes.putIfAbsent(file, image.type().mediaType()) == null) {
      fresh.put(file, image);
    }
    return Optional.of(root + file);
  }

  /// The files and their types, all so far.
  Map<String, String> mediaTypes() {
    return mediaTypes;
  }

  /// The pictures that came since this was last asked, by their files, to be written.
  Map<String, Image> takeFresh() {
    Map<String, Image> taken = new LinkedHashMap<>(fresh);
    fresh.clear();
    return taken;
  }

  /// Writes the pictures that came since this was last asked.
  void writeFresh(Folder folder) throws IOException {
    for (Map.Entry<String, Image> picture : takeFresh().entrySet()) {
      try (OutputStream out = folder.open(picture.getKey())) {
        out.write(picture.getValue().bytes().toArray());
      }
    }
  }

  /// Two pictures have the same name only if they are the same.
  private static String file(Image image) {
    return FOLDER + image.bytes().sha256().substring(0, 24) + "." + image.type().ending();
  }
}
