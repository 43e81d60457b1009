package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.model.Entry;

/// A book's table of contents: its pages under the headings of the list's groups, once for readers
/// of EPUB 3 and once for those of EPUB 2. A book is read from its beginning to its end, so its
/// pages come in the order of the headings, and a page that belongs under two stands under the
/// first.
///
/// @param groups none of them empty
record EpubContents(ReadingList list, HtmlWords words, List<Group> groups) {

  static EpubContents of(ReadingList list) {
    Set<Long> placed = new HashSet<>();
    List<Group> groups = new ArrayList<>();
    for (Group group : list.groups(Grouping.DAY)) {
      List<Entry> entries =
          group.entries().stream().filter(it -> placed.add(it.bookmark().id())).toList();
      if (!entries.isEmpty()) {
        groups.add(new Group(group.heading(), entries));
      }
    }
    return new EpubContents(list, HtmlWords.of(list), List.copyOf(groups));
  }

  /// All entries in the order in which they are read.
  List<Entry> entries() {
    return groups.stream().flatMap(group -> group.entries().stream()).toList();
  }

  String navigation() {
    StringBuilder out = new StringBuilder(EpubPage.head(words.language(), words.contents()));
    out.append("<nav epub:type=\"toc\">\n<h1>").append(words.contents()).append("</h1>\n<ol>\n");
    out.append("<li><a href=\"title.xhtml\">").append(title()).append("</a></li>\n");
    int page = 0;
    for (Group group : groups) {
      appendGroup(group, page, out);
      page += group.entries().size();
    }
    return out.append("</ol>\n</nav>\n").append(EpubPage.END).toString();
  }

  private static void appendGroup(Group group, int page, StringBuilder out) {
    if (group.heading() != null) {
      out.append("<li><span>").append(heading(group.heading())).append("</span>\n<ol>\n");
    }
    for (int i = 0; i < group.entries().size(); i++) {
      out.append("<li><a href=\"").append(EpubBook.fileName(page + i)).append("\">");
      out.append(EntryMarkup.title(group.entries().get(i))).append("</a></li>\n");
    }
    out.append(group.heading() == null ? "" : "</ol></li>\n");
  }

  String olderNavigation() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
        <head><meta name="dtb:uid" content="%s"/></head>
        <docTitle><text>%s</text></docTitle>
        <navMap>
        """
            .formatted(EpubPackage.identifier(list.part(list.title(), entries())), title()));
    appendPoint("title", title(), "title.xhtml", out).append("</navPoint>\n");
    int page = 0;
    for (Group group : groups) {
      appendOlderGroup(group, page, out);
      page += group.entries().size();
    }
    return out.append("</navMap>\n</ncx>\n").toString();
  }

  // Here a heading has to lead somewhere: to its first page.
  private static void appendOlderGroup(Group group, int page, StringBuilder out) {
    if (group.heading() != null) {
      appendPoint("g" + page, heading(group.heading()), EpubBook.fileName(page), out);
    }
    for (int i = 0; i < group.entries().size(); i++) {
      String title = EntryMarkup.title(group.entries().get(i));
      String file = EpubBook.fileName(page + i);
      appendPoint("p" + (page + i), title, file, out).append("</navPoint>\n");
    }
    out.append(group.heading() == null ? "" : "</navPoint>\n");
  }

  private static StringBuilder appendPoint(
      String id, String label, String file, StringBuilder out) {
    out.append("<navPoint id=\"").append(id).append("\"><navLabel><text>").append(label);
    out.append("</text></navLabel><content src=\"").append(file).append("\"/>\n");
    return out;
  }

  private String title() {
    return HtmlText.escapeLine(EpubPage.title(list));
  }

  private static String heading(String text) {
    String line = HtmlText.escapeLine(text);
    return line.isEmpty() ? "…" : line;
  }
}
