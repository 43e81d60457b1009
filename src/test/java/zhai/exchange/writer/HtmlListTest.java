package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.Dossiers;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.Tags;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Tag;

/// Every page is read again with jsoup: nothing in it runs, loads or leads astray.
class HtmlListTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "header",
          "main",
          "nav",
          "article",
          "h1",
          "h2",
          "p",
          "a",
          "span",
          "time",
          "code",
          "pre",
          "em",
          "strong",
          "blockquote",
          "div",
          "ul",
          "ol",
          "li",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "hr",
          "br");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "http-equiv",
          "content",
          "name",
          "class",
          "id",
          "href",
          "datetime",
          "data-anchor",
          "aria-label",
          "start",
          "align");

  @ParameterizedTest
  @MethodSource("zhai.exchange.writer.MarkdownListTest#hostile")
  @ValueSource(
      strings = {
        "</style><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "![x](http://evil.example/p.png)",
        "[x](javascript:alert(1))",
        "[x](\tjavascript:alert(1))",
        "<javascript:alert(1)>",
        "[x](data:text/html,hi)",
        "[x](//evil.example)",
        "[x]: javascript:a\n\n[x]",
        "<svg onload=alert(1)>",
        "```\"onclick=x\ncode\n```",
        "[x](http://a \"t\" )",
        "&#x6a;avascript:"
      })
  void staysQuietWhateverIsInAnEntry(String text) throws IOException {
    List<Mark> marks =
        List.of(Mark.Excerpt.of(text, text, Samples.MORNING), Mark.Note.of(text, Samples.MORNING));
    List<Tag> tags = Tags.parse(text).stream().toList();
    assertQuiet(page(Samples.entry(text, tags, marks), Samples.POST), 2);
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 200)
  void staysQuietForAnyEntry(@ForAll Dossier dossier) throws IOException {
    assertQuiet(page(dossier.entry(), Samples.POST), 2);
  }

  @Test
  void forbidsEverythingButItsOwnStyle() throws IOException {
    Document page = page(Samples.ANSWER);
    assertEquals(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        page.selectXpath("//meta[@http-equiv='Content-Security-Policy']").attr("content"));
    String style = page.select("style").html();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
  }

  @Test
  void linksTheTitleAndPrintsTheAddress() throws IOException {
    Element article = page(Samples.POST).expectFirst("article");
    Element link = article.expectFirst("h2 > a");
    assertEquals("https://blog.example.org/small-models?page=2&sort=new", link.attr("href"));
    assertEquals("What small models can't do (yet)", link.text());
    assertEquals(link.attr("href"), article.expectFirst(".address").text());
    assertEquals("Example Notes · A. Writer · 2024-02-29", article.expectFirst(".facts").text());
    assertEquals("#distillation", article.expectFirst(".tags").text());
    assertEquals("en", article.attr("lang"));
  }

  @Test
  void doesNotLinkWhatIsNoWebAddress() throws IOException {
    Bookmark bookmark = Samples.bookmark(1, "javascript:alert(1)", "t");
    Document page = page(new Entry(bookmark, null, List.of(), List.of()));
    assertTrue(page.select("a").isEmpty());
    assertEquals("t", page.expectFirst("h2").text());
  }

  @Test
  void saysWhereAQuoteIsNotExact() throws IOException {
    Document page = page(Samples.ANSWER, Samples.POST);
    assertEquals(List.of("near", "missing"), page.select("[data-anchor]").eachAttr("data-anchor"));
    assertEquals(3, page.select("article > blockquote").size());
    assertEquals("靠前", page.expectFirst("blockquote strong").text());
  }

  @Test
  void tellsWhatCouldNotBeFetched() throws IOException {
    assertTrue(page(Samples.BLOCKED, Samples.ANSWER).expectFirst(".facts .state").hasText());
  }

  @Test
  void hasATableOfContentsOnlyWhenLong() throws IOException {
    assertTrue(page(Samples.ANSWER).select("nav").isEmpty());
    Entry[] many = Collections.nCopies(HtmlList.LONG + 1, Samples.ANSWER).toArray(Entry[]::new);
    Document page = page(many);
    List<String> targets = page.select("nav a").eachAttr("href");
    assertEquals(HtmlList.LONG + 1, targets.size());
    assertTrue(targets.stream().allMatch(it -> page.select(it).is("article")));
  }

  @Test
  void speaksTheLanguageOfMostTitles() throws IOException {
    assertEquals(
        "zh-Hans",
        page(Samples.ANSWER, Samples.BLOCKED, Samples.POST).expectFirst("html").attr("lang"));
    assertEquals("en", page(Samples.POST, Samples.ANSWER).expectFirst("html").attr("lang"));
  }

  @Test
  void rendersTablesAndShowsRawHtmlAsText() throws IOException {
    String note = "| a | b |\n|---|---|\n| <b>c</b> | d |\n\n# Big\n";
    Document page =
        page(Samples.entry("t", List.of(), List.of(Mark.Note.of(note, Samples.MORNING))));
    assertEquals("<b>c</b>", page.expectFirst("td").text());
    assertEquals("Big", page.expectFirst("p.heading").text());
    assertEquals(1, page.select("h1").size());
  }

  @Test
  void showsSmallSignsOfAnArticleAndKeepsTheIdsOfArticlesApart() throws IOException {
    String html =
        "<h2>Sum</h2><p>x<sup>2</sup><a href=\"#n\">1</a></p><ol><li id=\"n\">y</li></ol>";
    Layout whole = new Layout(null, Split.NONE, EnumSet.allOf(With.class));
    Entry read = EpubBookTest.read(html);
    ReadingList list = new ReadingList("t", null, List.of(read, read)).with(whole);
    Document page = Jsoup.parse(Written.as(ExportFormat.HTML, list));
    assertEquals("2", page.expectFirst("#e1 .text sup").text());
    assertEquals("Sum", page.expectFirst("#e2 .text p.heading").text());
    List<String> targets = page.select(".text a").eachAttr("href");
    assertEquals(2, Set.copyOf(targets).size());
    targets.forEach(target -> assertEquals("y", page.select(target).text()));
  }

  @Test
  void survivesNestingWithoutEnd() throws IOException {
    for (String deep : List.of("> ", "- ", "*a _b ", "[", "**a*b", "![a](http://b/")) {
      String note = deep.repeat(20_000) + "x";
      assertQuiet(
          page(Samples.entry("t", List.of(), List.of(Mark.Note.of(note, Samples.MORNING)))), 1);
    }
  }

  private static Document page(Entry... entries) throws IOException {
    ReadingList list = new ReadingList("List", "q<b>", List.of(entries));
    return Jsoup.parse(Written.as(ExportFormat.HTML, list));
  }

  private static void assertQuiet(Document page, int articles) {
    Set<String> elements =
        page.getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
    elements.remove("#root");
    assertTrue(ELEMENTS.containsAll(elements), () -> elements + "\n" + page);
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(it -> assertTrue(ATTRIBUTES.contains(it.getKey()), it::html));
    }
    for (String address : page.select("[href]").eachAttr("href")) {
      assertTrue(address.startsWith("#e") || WebLinks.isWeb(address), address);
    }
    assertEquals(articles, page.select("main > article").size());
  }
}
