package zhai.exchange.writer;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list as OPML 2.0: an outline of type `link` for each bookmark, below one for its group
/// if there are groups. `_note`, in which outliners keep remarks, has the marks.
public final class OpmlList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
        <head>
        <title>%s</title>
        <dateModified>%s</dateModified>
        </head>
        <body>
        """
            .formatted(HtmlText.escapeLine(list.title()), time(list.latestChange())));
    for (Group group : list.groups(Grouping.NONE)) {
      if (group.heading() == null) {
        writeLinks(list, group.entries(), out);
      } else {
        out.append("<outline text=\"").append(HtmlText.escapeLine(group.heading())).append("\">\n");
        writeLinks(list, group.entries(), out);
        out.append("</outline>\n");
      }
    }
    out.append("</body>\n</opml>\n");
  }

  private static void writeLinks(ReadingList list, List<Entry> entries, Appendable out)
      throws IOException {
    for (Entry entry : entries) {
      PageFacts page = PageFacts.of(entry);
      out.append("<outline text=\"").append(HtmlText.escapeLine(page.title()));
      if (page.address() != null) {
        out.append("\" type=\"link\" url=\"").append(HtmlText.escapeLine(page.address()));
      }
      out.append("\" created=\"").append(time(entry.bookmark().addedAt()));
      writeAttribute("category", categories(entry.bookmark().tags()), out);
      List<String> remarks = Remarks.of(entry, list.layout().with(With.WORDS));
      writeAttribute("_note", String.join("\n\n", remarks), out);
      out.append("\"/>\n");
    }
  }

  private static void writeAttribute(String name, String value, Appendable out) throws IOException {
    if (!value.isEmpty()) {
      out.append("\" ").append(name).append("=\"").append(lines(value));
    }
  }

  // A parser makes spaces of the line ends in an attribute unless they are written as numbers.
  private static String lines(String text) {
    return HtmlText.escape(text)
        .replace("\r", "&#13;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;");
  }

  // OPML separates categories by commas, and the levels of one by slashes.
  private static String categories(List<Tag> tags) {
    return tags.stream()
        .map(tag -> "/" + tag.label().replace(',', '，'))
        .collect(Collectors.joining(","));
  }

  private static String time(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
