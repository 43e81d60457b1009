package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where a kind of page has its text, and what in it is not the author's.
///
/// @param content places of the text; the first that holds any is taken
/// @param min characters; shorter content is more likely a shell or a teaser than the text
record BodyRules(
    List<Content> content, Posts posts, List<FactSource> images, Cleaning cleaning, int min) {

  /// One place of the text.
  ///
  /// @param whole all that is found there, not only the first
  record Content(FactSource source, boolean whole) {}

  /// The answers, replies or comments that follow, each under its author's name.
  ///
  /// @param each what a post is; the first source that finds any is taken
  /// @param body within a post; empty if the post is its own body
  record Posts(
      List<FactSource> each,
      List<FactSource> author,
      List<FactSource> body,
      List<FactSource> images) {}

  /// What is done to a copy of the content.
  ///
  /// @param lazy attributes that hold the real address of a picture, best first
  record Cleaning(List<Selection> strip, List<Selection> unwrap, List<String> lazy) {
    void apply(Element copy, Scope scope) {
      strip.forEach(selection -> selection.in(copy, scope.captured()).remove());
      unwrap.forEach(selection -> selection.in(copy, scope.captured()).forEach(Element::unwrap));
      lazy.forEach(attribute ->
          copy.select("img[" + attribute + "]")
              .forEach(image -> image.attr("src", image.attr(attribute))));
      copy.select("a[href]").forEach(WrappedLink::unwrapIn);
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
      Element copy = copy(place.source(), place.whole(), scope);
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
    Element last = null;
    for (Element element : source.elements(scope)) {
      if (last == null || !element.parents().contains(last)) {
        last = element;
        copy.appendChild(element.clone());
      }
      if (!whole && hasMatter(copy)) {
        break;
      }
    }
    if (source.data() != null) {
      String text =
          source
              .nodes(scope)
              .filter(JsonNode::isValueNode)
              .map(JsonNode::asText)
              .limit(whole ? Integer.MAX_VALUE : 1)
              .collect(Collectors.joining());
      String picked = source.pick() == null ? text : source.pick().from(text);
      copy.appendChildren(
          ContentText.parse(picked == null ? "" : picked, scope.root().baseUri()).childNodes());
    }
    cleaning.apply(copy, scope);
    return hasMatter(copy) ? copy : null;
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

  private void appendPosts(Element box, Scope scope, List<FactSource> sources) {
    for (FactSource each : posts.each()) {
      int before = box.childNodeSize();
      each.elements(scope).forEach(post -> appendPost(box, scope.at(post)));
      each.nodes(scope).forEach(post -> appendPost(box, scope.at(post)));
      if (box.childNodeSize() > before) {
        sources.add(each);
        return;
      }
    }
  }

  private void appendPost(Element box, Scope post) {
    Element body = null;
    for (FactSource source : posts.body()) {
      body = body == null ? copy(source, true, post) : body;
    }
    if (posts.body().isEmpty()) {
      body = post.root().clone();
      cleaning.apply(body, post);
    }
    Element pictures = ContentText.box(box.baseUri());
    appendPictures(pictures, posts.images(), post, new ArrayList<>());
    if (body == null && pictures.childNodeSize() == 0) {
      return;
    }
    posts.author().stream()
        .flatMap(source -> source.values(post))
        .findFirst()
        .ifPresent(name -> box.appendElement("h3").text(name));
    if (body != null) {
      box.appendChildren(List.copyOf(body.childNodes()));
    }
    box.appendChildren(List.copyOf(pictures.childNodes()));
  }
}
