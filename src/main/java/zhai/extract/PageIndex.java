package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The elements of a page by tag, id, class and microdata, gathered in one walk: dozens of rules
/// ask each page whether something is on it, and a walk for each would cost more than the parsing.
public final class PageIndex {
  private final Document document;
  private final Map<String, List<Element>> named = new HashMap<>();

  private PageIndex(Document document) {
    this.document = document;
  }

  static PageIndex of(Document document) {
    var index = new PageIndex(document);
    Map<String, List<Element>> classed = new HashMap<>();
    document.stream()
        .forEach(element -> {
          index.add(element.normalName(), element);
          if (element.attributesSize() > 0) {
            index.addByAttributes(element);
            classed.computeIfAbsent(element.className(), _ -> new ArrayList<>()).add(element);
          }
        });
    classed.forEach(index::addByClass);
    return index;
  }

  private void add(String key, Element element) {
    named.computeIfAbsent(key, _ -> new ArrayList<>()).add(element);
  }

  private void addByAttributes(Element element) {
    String id = element.id();
    if (!id.isEmpty()) {
      add('#' + id, element);
    }
    if (element.hasAttr("itemprop")) {
      add("[itemprop]", element);
    }
    if (element.hasAttr("itemtype")) {
      add("[itemtype]", element);
    }
  }

  /// Pages have few different class attributes, and many elements with each.
  private void addByClass(String attribute, List<Element> elements) {
    var names = new StringTokenizer(attribute.toLowerCase(Locale.ROOT));
    while (names.hasMoreTokens()) {
      named.computeIfAbsent('.' + names.nextToken(), _ -> new ArrayList<>()).addAll(elements);
    }
  }

  /// The elements of one tag, in the order of the page.
  public List<Element> tagged(String tag) {
    return named.getOrDefault(tag, List.of());
  }

  /// What a selector finds, alternative after alternative, each in the order of the page.
  public Stream<Element> find(PageSelector selector) {
    return selector.alternatives().stream().flatMap(this::find);
  }

  private Stream<Element> find(PageSelector.Alternative alternative) {
    Stream<Element> candidates =
        alternative.key() == null
            ? document.stream()
            : named.getOrDefault(alternative.key(), List.of()).stream();
    return candidates.filter(alternative::finds);
  }

  public boolean has(PageSelector selector) {
    return find(selector).findAny().isPresent();
  }
}
