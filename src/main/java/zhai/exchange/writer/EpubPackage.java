package zhai.exchange.writer;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.model.Tag;

/// A book's package document: what it is called, which files it has and in which order they are
/// read.
final class EpubPackage {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private EpubPackage() {}

  /// @param pictures the media type of each picture's file
  static String write(ReadingList list, Map<String, String> pictures) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        """);
    appendMetadata(list, out);
    out.append(
        """
        </metadata>
        <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <item id="css" href="book.css" media-type="text/css"/>
        <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
        """);
    for (int i = 0; i < list.entries().size(); i++) {
      out.append("<item id=\"p%d\" href=\"%s\"".formatted(i + 1, EpubBook.fileName(i)));
      out.append(" media-type=\"application/xhtml+xml\"/>\n");
    }
    int number = 0;
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      number++;
      out.append("<item id=\"i").append(number).append("\" href=\"").append(picture.getKey());
      out.append("\" media-type=\"").append(picture.getValue()).append("\"/>\n");
    }
    out.append("</manifest>\n<spine toc=\"ncx\">\n<itemref idref=\"title\"/>\n");
    for (int i = 0; i < list.entries().size(); i++) {
      out.append("<itemref idref=\"p%d\"/>\n".formatted(i + 1));
    }
    return out.append("</spine>\n</package>\n").toString();
  }

  /// A name for the book that another book does not have and that stays while its pages do.
  static String identifier(ReadingList list) {
    String pages =
        list.entries().stream()
            .map(entry -> "\n" + entry.bookmark().url().canonical())
            .collect(Collectors.joining());
    return StableId.urn(list.title() + pages);
  }

  private static void appendMetadata(ReadingList list, StringBuilder out) {
    append("<dc:identifier id=\"id\">%s</dc:identifier>\n", identifier(list), out);
    append("<dc:title>%s</dc:title>\n", EpubPage.title(list), out);
    append("<dc:language>%s</dc:language>\n", HtmlWords.of(list).language(), out);
    if (list.latestDay() != null) {
      append("<dc:date>%s</dc:date>\n", list.latestDay().toString(), out);
    }
    for (Tag tag : list.tags()) {
      append("<dc:subject>%s</dc:subject>\n", tag.label(), out);
    }
    String modified = MODIFIED.format(list.latestChange().truncatedTo(ChronoUnit.SECONDS));
    append("<meta property=\"dcterms:modified\">%s</meta>\n", modified, out);
  }

  private static void append(String element, String text, StringBuilder out) {
    String line = HtmlText.escapeLine(text);
    if (!line.isEmpty()) {
      out.append(element.formatted(line));
    }
  }
}
