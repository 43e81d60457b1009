package zhai.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;

/// A book out of its archive: `META-INF/container.xml` names the package file, whose `metadata`
/// says what the book is, whose `manifest` names its files, and whose `spine` puts them in order.
///
/// Every chapter counts its ids from the beginning; in the one text that they become, ids and the
/// links to them carry the chapter's number, so that a note stays the note of its own chapter. Its
/// pictures are shown by the names of their content.
final class EpubBook {
  private static final int MAX_CHAPTERS = 3_000;

  private final EpubArchive archive;
  private final String folder;
  private final Document opf;
  private final Map<String, Bytes> pictures = new LinkedHashMap<>();

  private EpubBook(EpubArchive archive, String folder, Document opf) {
    this.archive = archive;
    this.folder = folder;
    this.opf = opf;
  }

  /// The book, or null if the archive holds none.
  static @Nullable EpubBook open(EpubArchive archive) {
    String container = archive.text("META-INF/container.xml");
    Element root = container == null ? null : xml(container).selectFirst("rootfile[full-path]");
    String path = root == null ? "" : root.attr("full-path");
    String opf = archive.text(path);
    return opf == null
        ? null
        : new EpubBook(archive, path.substring(0, path.lastIndexOf('/') + 1), xml(opf));
  }

  private static Document xml(String text) {
    return Parser.xmlParser().setMaxDepth(64).parseInput(text, "");
  }

  /// Whether its chapters are locked: a shop's protection, not only its fonts.
  boolean isLocked() {
    String encryption = archive.text("META-INF/encryption.xml");
    return encryption != null
        && xml(encryption).getAllElements().stream()
            .anyMatch(e -> e.attr("URI").matches("(?i).*\\.x?html?"));
  }

  /// The first value of a Dublin Core field, or null.
  @Nullable String field(String name) {
    return fields(name).stream().findFirst().orElse(null);
  }

  /// Those who wrote it, joined by commas, or null.
  @Nullable String creators() {
    String all = String.join(", ", fields("creator"));
    return all.isEmpty() ? null : all;
  }

  private List<String> fields(String name) {
    return opf.getElementsByTag("dc:" + name).stream()
        .filter(e -> e.attr("opf:role").isEmpty() || e.attr("opf:role").equals("aut"))
        .map(e -> e.text().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// All chapters one after the other, tables of contents left out.
  Element text() {
    List<String> names = chapters();
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      numbers.putIfAbsent(name, numbers.size());
    }
    Element book = new Element("div");
    for (String name : names) {
      String text = archive.text(name);
      if (text != null) {
        book.appendChild(chapter(text, name, numbers));
      }
    }
    return book;
  }

  private List<String> chapters() {
    Map<String, Element> items = new HashMap<>();
    opf.select("manifest > item").forEach(item -> items.putIfAbsent(item.id(), item));
    Set<String> contents =
        opf.select("guide > reference[type=toc]").stream()
            .map(reference -> resolved(folder, reference.attr("href")))
            .collect(Collectors.toSet());
    Set<String> names = new LinkedHashSet<>();
    for (Element reference : opf.select("spine > itemref")) {
      Element item = items.get(reference.attr("idref"));
      if (item != null && !item.attr("properties").matches("(?:.*\\s)?nav(?:\\s.*)?")) {
        String name = resolved(folder, item.attr("href"));
        if (!contents.contains(name) && names.size() < MAX_CHAPTERS) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /// The pictures in {@link #text}, by the names of their content; none before it was asked for.
  Map<String, Bytes> pictures() {
    return pictures;
  }

  private Element chapter(String text, String name, Map<String, Integer> numbers) {
    Element body = HtmlTree.parse(text, "").document().body();
    body.select("nav").remove();
    int number = numbers.getOrDefault(name, 0);
    for (Element named : body.select("[id]")) {
      named.attr("id", number + "-" + named.id());
    }
    for (Element link : body.select("a[href]")) {
      relink(link, name, numbers);
    }
    for (Element image : body.select("img[src]")) {
      if (show(image, name).isEmpty() && !image.attr("src").matches("(?i)https?:.*")) {
        image.remove();
      }
    }
    for (Element drawing : body.select("svg:has(image)")) {
      show(new Element("img").attr("src", reference(drawing)), name)
          .ifPresent(drawing::replaceWith);
    }
    Element section = new Element("section");
    section.appendChildren(List.copyOf(body.childNodes()));
    return section;
  }

  /// The picture in a drawing, such as a book's cover, as newer or older SVG names it.
  private static String reference(Element drawing) {
    Elements images = drawing.select("image");
    return images.hasAttr("href") ? images.attr("href") : images.attr("xlink:href");
  }

  /// Makes an element show a picture of the archive.
  ///
  /// @param chapter the name of what it stands in
  /// @return the element; empty if there is no such picture
  private Optional<Element> show(Element image, String chapter) {
    String folder = chapter.substring(0, chapter.lastIndexOf('/') + 1);
    Bytes picture = archive.picture(resolved(folder, image.attr("src")));
    if (picture == null || !WrittenImages.isPicture(picture)) {
      return Optional.empty();
    }
    String name = WrittenImages.name(picture);
    pictures.putIfAbsent(name, picture);
    return Optional.of(image.attr("src", name));
  }

  private static void relink(Element link, String name, Map<String, Integer> numbers) {
    String href = link.attr("href");
    if (href.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return;
    }
    int hash = href.indexOf('#');
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    Integer target = numbers.get(hash == 0 ? name : resolved(folder, href));
    if (hash < 0 || target == null) {
      link.removeAttr("href");
    } else {
      link.attr("href", "#" + target + "-" + href.substring(hash + 1));
    }
  }

  /// A reference in a folder of the archive as a name in it. One that leads out names nothing.
  private static String resolved(String folder, String reference) {
    int end = reference.indexOf('#');
    List<String> steps = new ArrayList<>();
    for (String step :
        (folder + decoded(end < 0 ? reference : reference.substring(0, end))).split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return "";
        }
        steps.removeLast();
      } else if (!step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  private static String decoded(String reference) {
    try {
      return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return reference;
    }
  }
}
