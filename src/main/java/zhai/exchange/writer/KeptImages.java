package zhai.exchange.writer;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import zhai.exchange.ReadingList;
import zhai.model.Dossier;
import zhai.model.Image;
import zhai.model.StoredImage;

/// The pictures that are kept with an entry, put into its article.
///
/// @param byAddress the hash of each, by the address by which the article shows it
/// @param whole where their bytes come from, one at a time
/// @param place gives a picture an address in the page that is written; none leaves it a link
record KeptImages(
    Map<String, String> byAddress,
    ReadingList.Whole whole,
    Function<Image, Optional<String>> place) {

  static KeptImages of(ReadingList list, Dossier dossier, Function<Image, Optional<String>> place) {
    return new KeptImages(
        dossier.images().stream()
            .collect(Collectors.toMap(StoredImage::address, StoredImage::sha256)),
        list.whole(),
        place);
  }

  /// The new address of a picture that the article shows by another; empty if it is not kept.
  Optional<String> at(String address) {
    return Optional.ofNullable(byAddress.get(address)).flatMap(whole::image).flatMap(place);
  }

  /// Gives the pictures of an article their new addresses.
  ///
  /// @param article what is in it is clean
  void illustrate(Element article) {
    for (Element picture : article.select("img")) {
      at(picture.attr("src"))
          .ifPresent(src -> picture.attr("src", src).attr(ArticleMarkup.KEPT, ""));
    }
  }
}
