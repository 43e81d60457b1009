package zhai.extract.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The ids and classes of a page, gathered in one walk: most marks of most sites are not there, and
/// need no walk of their own.
final class PageMarks {
  private final Document document;
  private final Set<String> names = new HashSet<>();
  private final List<Element> metas = new ArrayList<>();

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
    if (element.normalName().equals("meta")) {
      metas.add(element);
    }
  }

  boolean has(Mark mark) {
    return mark.alternatives().stream().anyMatch(this::has);
  }

  private boolean has(Mark.Alternative alternative) {
    if (!names.containsAll(alternative.needs())) {
      return false;
    }
    return alternative.onMeta()
        ? metas.stream().anyMatch(meta -> alternative.selection().is(meta))
        : alternative.selection().isIn(document, Map.of());
  }
}
