package zhai.exchange.writer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// A reading list as the bookmark file that Netscape began and every browser and collector imports:
/// one flat list, `TAGS` separated by commas, `TOREAD="1"` while unread, excerpts (in quotation
/// marks) and notes as the description. Addresses that aren't http or https are left out, since
/// browsers would run some of them.
public final class NetscapeList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append(head(HtmlText.escapeLine(list.title())));
    for (Entry entry : list.entries()) {
      if (WebLinks.isWeb(entry.bookmark().url().canonical())) {
        writeEntry(entry, out);
      }
    }
    out.append("</DL><p>\n");
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

  private static void writeEntry(Entry entry, Appendable out) throws IOException {
    Bookmark bookmark = entry.bookmark();
    out.append("    <DT><A HREF=\"").append(HtmlText.escapeLine(bookmark.url().canonical()));
    out.append("\" ADD_DATE=\"").append(seconds(bookmark.addedAt()));
    out.append("\" LAST_MODIFIED=\"").append(seconds(bookmark.changedAt()));
    if (!bookmark.tags().isEmpty()) {
      out.append("\" TAGS=\"").append(HtmlText.escapeLine(tags(bookmark.tags())));
    }
    out.append("\" TOREAD=\"").append(bookmark.state() == ReadingState.UNREAD ? "1" : "0");
    out.append("\">").append(HtmlText.escapeLine(entry.title())).append("</A>\n");
    String description = description(entry.marks());
    if (!description.isEmpty()) {
      out.append("    <DD>").append(HtmlText.escape(description)).append('\n');
    }
  }

  // The format has no escape for a comma inside a tag.
  private static String tags(List<Tag> tags) {
    return tags.stream().map(tag -> tag.label().replace(',', '，')).collect(Collectors.joining(","));
  }

  private static String description(List<Mark> marks) {
    List<String> parts = new ArrayList<>();
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Excerpt excerpt -> {
          parts.add("“" + excerpt.quote().strip() + "”");
          if (excerpt.comment() != null) {
            parts.add(excerpt.comment().strip());
          }
        }
        case Mark.Note note -> parts.add(note.text().strip());
      }
    }
    return String.join("\n\n", parts);
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
