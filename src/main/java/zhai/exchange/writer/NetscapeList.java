package zhai.exchange.writer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.ReadingState;

/// A reading list as the bookmark file that Netscape began and every browser and collector imports:
/// one flat list, or a folder for each group that was asked for; `TAGS` separated by commas,
/// `TOREAD="1"` while unread, excerpts (in quotation marks) and notes as the description. Addresses
/// that aren't http or https are left out, since browsers would run some of them.
public final class NetscapeList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append(head(HtmlText.escapeLine(list.title())));
    Set<With> with = list.layout().with(With.WORDS);
    for (Group group : list.groups(Grouping.NONE)) {
      if (group.heading() == null) {
        writeEntries(group.entries(), with, out);
      } else {
        String name = HtmlText.escapeLine(group.heading());
        out.append("    <DT><H3>").append(name).append("</H3>\n    <DL><p>\n");
        writeEntries(group.entries(), with, out);
        out.append("    </DL><p>\n");
      }
    }
    out.append("</DL><p>\n");
  }

  private static void writeEntries(List<Entry> entries, Set<With> with, Appendable out)
      throws IOException {
    for (Entry entry : entries) {
      if (WebLinks.isWeb(entry.bookmark().url().canonical())) {
        writeEntry(entry, with, out);
      }
    }
  }

  private static String head(String title) {
    return """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <!-- This is an automatically generated file. -->
    <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
    <TITLE>%1$s</TITLE>
    <H1>%1$s</H1>
    <DL><p>
    """
        .formatted(title);
  }

  private static void writeEntry(Entry entry, Set<With> with, Appendable out) throws IOException {
    Bookmark bookmark = entry.bookmark();
    out.append("    <DT><A HREF=\"").append(HtmlText.escapeLine(bookmark.url().canonical()));
    out.append("\" ADD_DATE=\"").append(seconds(bookmark.addedAt()));
    out.append("\" LAST_MODIFIED=\"").append(seconds(bookmark.changedAt()));
    if (!bookmark.tags().isEmpty()) {
      out.append("\" TAGS=\"").append(HtmlText.escapeLine(CsvList.tags(bookmark.tags())));
    }
    out.append("\" TOREAD=\"").append(bookmark.state() == ReadingState.UNREAD ? "1" : "0");
    out.append("\">").append(HtmlText.escapeLine(entry.title())).append("</A>\n");
    String description = String.join("\n\n", Remarks.of(entry, with));
    if (!description.isEmpty()) {
      out.append("    <DD>").append(HtmlText.escape(description)).append('\n');
    }
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
