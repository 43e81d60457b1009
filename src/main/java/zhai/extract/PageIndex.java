package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The elements of a page by tag, id, class and attribute, gathered in one walk: dozens of rules
/// ask each page whether something is on it, and a walk for each would cost more than the parsing.
///
/// For one thread.
public final class PageIndex {
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, List<Element>> named = new HashMap<>();

  /// The class attributes, each once, in lower case.
  private final List<String> classes = new ArrayList<>();

  private PageIndex() {}

  /// @param root of a document, or of a part of one
  static PageIndex of(Element root) {
    var index = new PageIndex();
    Map<String, List<Element>> classed = new HashMap<>();
    root.stream()
        .forEach(element -> {
          index.elements.add(element);
          index.add(element.normalName(), element);
          if (element.attributesSize() > 0) {
            index.addById(element);
            classed.computeIfAbsent(element.className(), _ -> new ArrayList<>()).add(element);
          }
        });
    classed.forEach(index::addByClass);
    return index;
  }

  private void add(String key, Element element) {
    named.computeIfAbsent(key, _ -> new ArrayList<>()).add(element);
  }

  private void addById(Element element) {
    String id = element.id();
    if (!id.isEmpty()) {
      add('#' + id, element);
    }
  }

  /// Pages have few different class attributes, and many elements with each.
  private void addByClass(String attribute, List<Element> elements) {
    String lower = attribute.toLowerCase(Locale.ROOT);
    classes.add(lower);
    var names = new StringTokenizer(lower);
    while (names.hasMoreTokens()) {
      named.computeIfAbsent('.' + names.nextToken(), _ -> new ArrayList<>()).addAll(elements);
    }
  }

  /// All elements, in the order of the page.
  List<Element> elements() {
    return elements;
  }

  /// The elements of one tag, in the order of the page.
  public List<Element> tagged(String tag) {
    return named.getOrDefault(tag, List.of());
  }

  /// Whether one of these stands anywhere in a class attribute, in lower case.
  boolean hasClassWith(List<String> parts) {
    for (String attribute : classes) {
      for (String part : parts) {
        if (attribute.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /// What a selector finds, alternative after alternative, each in the order of the page.
  public Stream<Element> find(PageSelector selector) {
    return selector.alternatives().stream()
        .flatMap(alternative -> candidates(alternative).stream().filter(alternative::finds));
  }

  public boolean has(PageSelector selector) {
    for (PageSelector.Alternative alternative : selector.alternatives()) {
      for (Element element : candidates(alternative)) {
        if (alternative.finds(element)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Element> candidates(PageSelector.Alternative alternative) {
    if (!named.keySet().containsAll(alternative.around())) {
      return List.of();
    }
    String key = alternative.key();
    if (key == null) {
      return elements;
    }
    return key.startsWith("[") ? attributed(key) : tagged(key);
  }

  /// Rules know pages by few attributes, and pages have many: these are gathered when asked for.
  private List<Element> attributed(String key) {
    return named.computeIfAbsent(
        key,
        _ -> {
          String attribute = key.substring(1, key.length() - 1);
          return elements.stream().filter(element -> element.hasAttr(attribute)).toList();
        });
  }
}
