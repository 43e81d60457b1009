package zhai.extract.site;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The ids and classes of a page, gathered in one walk: most marks of most sites are not there, and
/// need no walk of their own.
final class PageMarks {
  private final Document document;
  private final Set<String> names = new HashSet<>();

  PageMarks(Document document) {
    this.document = document;
    document.stream().forEach(this::note);
  }

  private void note(Element element) {
    String id = element.id();
    if (!id.isEmpty()) {
      names.add("#" + id);
    }
    if (element.hasAttr("class")) {
      element.classNames().forEach(name -> names.add("." + name));
    }
  }

  boolean has(Mark mark) {
    return mark.alternatives().stream()
        .anyMatch(alternative ->
            names.containsAll(alternative.needs())
                && alternative.selection().isIn(document, Map.of()));
  }
}
