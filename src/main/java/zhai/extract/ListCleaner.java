package zhai.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Builds clean lists: only items in them, whatever stood between the items.
final class ListCleaner {
  private ListCleaner() {}

  static Element list(Element source, int depth) {
    Element list = new Element(source.nameIs("ol") ? "ol" : "ul");
    if (source.nameIs("ol") && source.attr("start").matches("\\d{1,9}")) {
      list.attr("start", source.attr("start"));
    }
    if (source.nameIs("ol") && source.hasClass(FootnoteFinder.LIST_CLASS)) {
      list.addClass(FootnoteFinder.LIST_CLASS);
    }
    for (Node node : source.childNodes()) {
      addItem(list, node, depth);
    }
    return list;
  }

  private static void addItem(Element list, Node node, int depth) {
    if (node instanceof Element child && child.nameIs("li")) {
      Element item = new Element("li");
      if (FootnoteFinder.label(child) != null) {
        item.attr("id", child.id());
      }
      appendFilled(list, FlowBuilder.fillTight(item, child, depth));
    } else if (node instanceof Element child) {
      addStray(list, child, depth);
    } else if (node instanceof TextNode text && !InlineTidier.isBlank(text.getWholeText())) {
      appendFilled(list, FlowBuilder.fillTight(new Element("li"), wrapped(text), depth));
    }
  }

  /// A list right inside a list belongs to the item before it; anything else is an item.
  private static void addStray(Element list, Element child, int depth) {
    Element last = list.lastElementChild();
    if ((child.nameIs("ul") || child.nameIs("ol")) && last != null) {
      Element nested = list(child, depth + 1);
      if (nested.childNodeSize() > 0) {
        last.appendChild(nested);
      }
    } else {
      appendFilled(list, FlowBuilder.fillTight(new Element("li"), wrapped(child), depth));
    }
  }

  static Element definitions(Element source, int depth) {
    Element list = new Element("dl");
    for (Element child : source.select("dt, dd")) {
      if (source.equals(child.closest("dl")) && child.nameIs("dt")) {
        appendFilled(list, FlowBuilder.fillInline(new Element("dt"), child));
      } else if (source.equals(child.closest("dl"))) {
        appendFilled(list, FlowBuilder.fillTight(new Element("dd"), child, depth));
      }
    }
    return list;
  }

  private static Element wrapped(Node node) {
    Element wrapper = new Element("div");
    wrapper.setBaseUri(node.baseUri());
    return wrapper.appendChild(node.clone());
  }

  private static void appendFilled(Element list, Element item) {
    if (item.childNodeSize() > 0) {
      list.appendChild(item);
    }
  }
}
