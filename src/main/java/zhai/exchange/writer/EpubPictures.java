package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import zhai.exchange.writer.StoredPictures.StoredPicture;
import zhai.model.Dossier;

/// The pictures of a book: those that were kept with its pages, each file once.
final class EpubPictures {
  /// No address that the cleaning allows begins so.
  static final String FOLDER = "pictures/";

  private static final String TEXTS = "p, h2, h3, h4, h5, h6, li, pre, figcaption, td";

  private final Map<String, String> mediaTypes = new LinkedHashMap<>();
  private final List<StoredPicture> fresh = new ArrayList<>();

  /// Puts the pictures that were kept with a page into its article: those that it names by their
  /// addresses, and those whose place is known.
  ///
  /// @param article what is in it is clean
  void illustrate(Element article, Dossier dossier) {
    StoredPictures stored = StoredPictures.of(dossier);
    for (Element picture : article.select("img")) {
      stored.at(picture.attr("src")).ifPresent(it -> picture.attr("src", add(it)));
    }
    for (Element text : article.select(TEXTS)) {
      Element place = text;
      while (!Objects.equals(place.parent(), article)) {
        place = Objects.requireNonNull(place.parent());
      }
      for (StoredPicture it : stored.after(text.text()).reversed()) {
        Element figure = new Element("figure");
        figure.appendElement("img").attr("src", add(it)).attr("alt", it.alt());
        place.after(figure);
      }
    }
  }

  /// The files and their types, all so far.
  Map<String, String> mediaTypes() {
    return mediaTypes;
  }

  /// The pictures that came since this was last asked, to be written.
  List<StoredPicture> takeFresh() {
    List<StoredPicture> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  /// Where a picture stands in the book.
  static String file(StoredPicture picture) {
    return FOLDER + picture.fileName();
  }

  private String add(StoredPicture picture) {
    String file = file(picture);
    if (mediaTypes.putIfAbsent(file, picture.kind().mediaType()) == null) {
      fresh.add(picture);
    }
    return file;
  }
}
