package zhai.extract.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Where a kind of page has its text, and what in it is not the author's.
///
/// @param content places of the text; the first that holds any is taken
/// @param min characters; shorter content is more likely a shell or a teaser than the text
record BodyRules(
    List<Content> content, PostRules posts, List<FactSource> images, Cleaning cleaning, int min) {

  /// Texts of one source that are put together at most.
  private static final int MAX_PIECES = 5_000;

  /// One place of the text.
  record Content(FactSource source, Kind kind) {
    enum Kind {
      /// The first that is found there.
      FIRST,
      /// All that are found there.
      ALL,
      /// All, and they are lines of a program.
      CODE
    }
  }

  /// What is done to a copy of the content.
  ///
  /// @param tex elements of pages where formulas stand as TeX in the text
  /// @param lines elements whose line ends are meant
  /// @param alt pictures that stand for a word
  /// @param lazy attributes that hold the real address of a picture, best first
  /// @param erase what is taken out of the text's own characters
  record Cleaning(
      List<Selection> strip,
      List<Selection> unwrap,
      List<Selection> tex,
      List<Selection> lines,
      List<Selection> alt,
      List<String> lazy,
      List<Pattern> erase) {
    void apply(Element copy, Scope scope) {
      strip.forEach(selection -> selection.in(copy, scope.captured()).remove());
      unwrap.forEach(selection -> selection.in(copy, scope.captured()).forEach(Element::unwrap));
      alt.forEach(selection ->
          selection
              .in(copy, scope.captured())
              .forEach(picture -> picture.replaceWith(new TextNode(picture.attr("alt")))));
      Element page = scope.root().ownerDocument();
      if (page != null && tex.stream().anyMatch(mark -> mark.isIn(page, scope.captured()))) {
        TexText.mark(copy);
      }
      lines.forEach(
          selection -> selection.in(copy, scope.captured()).forEach(ContentText::breakLines));
      lazy.forEach(attribute ->
          copy.select("img[" + attribute + "]")
              .forEach(image -> image.attr("src", image.attr(attribute))));
      copy.select("a[href]").forEach(WrappedLink::unwrapIn);
      erase.forEach(pattern ->
          copy.nodeStream(TextNode.class).toList().forEach(text -> erase(text, pattern)));
    }

    private static void erase(TextNode text, Pattern pattern) {
      String whole = text.getWholeText();
      String rest = pattern.matcher(whole).replaceAll("");
      if (!rest.equals(whole)) {
        text.text(rest);
      }
    }
  }

  /// The text, and the line that found it.
  record Found(Element element, List<FactSource> sources) {}

  boolean isEmpty() {
    return content.isEmpty() && posts.each().isEmpty() && images.isEmpty();
  }

  /// The text, detached from the page; empty if there is not enough of it.
  Optional<Found> find(Scope scope) {
    Element box = ContentText.box(scope.root().baseUri());
    List<FactSource> sources = new ArrayList<>();
    appendContent(box, scope, sources);
    appendPictures(box, images, scope, sources);
    appendPosts(box, scope, sources);
    boolean enough =
        box.text().length() >= Math.max(1, min) || (min == 0 && box.selectFirst("img") != null);
    return enough ? Optional.of(new Found(box, sources)) : Optional.empty();
  }

  private void appendContent(Element box, Scope scope, List<FactSource> sources) {
    for (Content place : content) {
      Element copy =
          switch (place.kind()) {
            case FIRST -> copy(place.source(), false, scope);
            case ALL -> copy(place.source(), true, scope);
            case CODE -> code(place.source(), scope);
          };
      if (copy != null) {
        box.appendChildren(List.copyOf(copy.childNodes()));
        sources.add(place.source());
        return;
      }
    }
  }

  /// A cleaned copy of what the source finds; null if there is nothing to read or see in it.
  private @Nullable Element copy(FactSource source, boolean whole, Scope scope) {
    Element copy = ContentText.box(scope.root().baseUri());
    if (source.data() != null || source.pick() != null || isText(source)) {
      copy.appendChildren(
          ContentText.parse(text(source, whole, scope), copy.baseUri()).childNodes());
    } else {
      appendElements(copy, source, whole, scope);
    }
    cleaning.apply(copy, scope);
    return hasMatter(copy) ? copy : null;
  }

  private static boolean isText(FactSource source) {
    return source.where() instanceof FactSource.Where.Elements elements
        && (elements.attribute() != null
            || elements.selection().text().matches("(?:textarea|script|meta)\\b.*"));
  }

  private static String text(FactSource source, boolean whole, Scope scope) {
    return source.written(scope).limit(whole ? MAX_PIECES : 1).collect(Collectors.joining());
  }

  /// Copies; an element inside of one that is there already is left out.
  private static void appendElements(Element copy, FactSource source, boolean whole, Scope scope) {
    Element last = null;
    for (Element element : source.elements(scope)) {
      if (last == null || !isInside(element, last)) {
        last = element;
        copy.appendChild(element.clone());
      }
      if (!whole && hasMatter(copy)) {
        return;
      }
    }
  }

  private static boolean isInside(Element element, Element other) {
    for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
      if (parent == other) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMatter(Element element) {
    return element.hasText() || element.selectFirst("img, video, audio, iframe, table") != null;
  }

  private static void appendPictures(
      Element box, List<FactSource> images, Scope scope, List<FactSource> sources) {
    for (FactSource source : images) {
      Set<String> addresses =
          source.values(scope).collect(Collectors.toCollection(LinkedHashSet::new));
      if (!addresses.isEmpty()) {
        addresses.forEach(
            address -> box.appendElement("p").appendElement("img").attr("src", address));
        sources.add(source);
        return;
      }
    }
  }

  private static @Nullable Element code(FactSource source, Scope scope) {
    Stream<String> lines =
        Stream.concat(
            source.elements(scope).stream().map(Element::wholeText),
            source.data() == null ? Stream.empty() : source.written(scope));
    String text = lines.collect(Collectors.joining("\n"));
    if (text.isBlank()) {
      return null;
    }
    Element box = ContentText.box(scope.root().baseUri());
    box.appendElement("pre").appendElement("code").text(text);
    return box;
  }

  private void appendPosts(Element box, Scope scope, List<FactSource> sources) {
    FactSource found = posts.append(box, scope, this::post);
    if (found != null) {
      sources.add(found);
    }
  }

  /// What a post says, then its pictures; empty if there is neither.
  private Optional<Element> post(Scope post) {
    Element body = ContentText.box(post.root().baseUri());
    Element words = words(post);
    if (words != null) {
      body.appendChildren(List.copyOf(words.childNodes()));
    }
    appendPictures(body, posts.images(), post, new ArrayList<>());
    return body.childNodeSize() == 0 ? Optional.empty() : Optional.of(body);
  }

  private @Nullable Element words(Scope post) {
    if (posts.body().isEmpty()) {
      Element copy = post.root().clone();
      cleaning.apply(copy, post);
      return copy;
    }
    for (FactSource source : posts.body()) {
      Element body = copy(source, true, post);
      if (body != null) {
        return body;
      }
    }
    return null;
  }
}
