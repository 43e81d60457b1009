package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Whatever characters a page puts side by side: a Markdown reader must see the same words, and the
/// same of them emphasised.
final class MarkdownRoundTripTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "中", "文", "。", "，", "“", "”", "（", "）", "a", "b", "1", "2", " ", "*", "**", "_", "`",
            "``", "[", "]", "(", ")", "!", "<", ">", "#", "+", "-", "=", "|", "~", "&", ";", "amp",
            "\\", "\"", "'", ".", ":", "x", "/", "^", "😀")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "20260104", tries = 300)
  void readsTextAsItIs(@ForAll("words") String first, @ForAll("words") String second) {
    Element paragraph = new Element("p").appendText(first);
    paragraph.appendElement("br");
    paragraph.appendText(second);
    check(paragraph);
  }

  @Property(seed = "20260104", tries = 300)
  void readsEmphasisAsItIs(
      @ForAll("words") String before,
      @ForAll("words") String strong,
      @ForAll("words") String between,
      @ForAll("words") String em) {
    Element paragraph = new Element("p").appendText(before);
    paragraph.appendElement("strong").appendText(strong);
    paragraph.appendText(between);
    paragraph.appendElement("em").appendText(em).appendElement("strong").appendText(before);
    check(paragraph);
  }

  @Property(seed = "20260104", tries = 300)
  void readsLinksAndCodeAsTheyAre(
      @ForAll("words") String before, @ForAll("words") String link, @ForAll("words") String code) {
    Element paragraph = new Element("p").appendText(before);
    paragraph.appendElement("a").attr("href", "https://example.org/" + link).appendText(link);
    paragraph.appendElement("code").appendText(code);
    check(paragraph);
  }

  @Property(seed = "20260104", tries = 300)
  void readsListsAndHeadingsAsTheyAre(
      @ForAll("words") String first, @ForAll("words") String second) {
    Element list = new Element("ul");
    list.appendElement("li").appendText(first).appendElement("ol").appendElement("li").text(second);
    list.appendElement("li").appendElement("strong").text(second);
    check(list);
    check(new Element("h2").appendText(first));
  }

  @Property(seed = "20260104", tries = 300)
  void readsTablesAsTheyAre(@ForAll("words") String first, @ForAll("words") String second) {
    Element table = new Element("table");
    table.appendElement("tr").appendElement("th").text("头");
    Element row = table.appendElement("tr");
    row.appendElement("td").appendElement("code").text(first);
    row.appendElement("td").appendElement("em").text(second);
    check(table);
  }

  private static void check(Element block) {
    Element main = new Element("div").appendChild(block);
    Element clean = ContentCleaner.clean(main, "https://example.org/");
    String markdown = MarkdownWriter.write(clean);
    Document read = Jsoup.parse(RENDERER.render(PARSER.parse(markdown)));
    assertEquals(words(clean), words(read.body()), markdown);
    for (String tag : List.of("strong", "em", "a", "code", "li", "h2", "td")) {
      assertEquals(each(clean, tag), each(read.body(), tag), tag + " in " + markdown);
    }
  }

  private static List<String> each(Element root, String tag) {
    return root.select(tag).stream()
        .map(MarkdownRoundTripTest::words)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static String words(Element element) {
    return element.wholeText().replaceAll("\\s+", "");
  }
}
