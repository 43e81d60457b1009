package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.JsonText;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.Tags;
import zhai.exchange.WebLinks;
import zhai.model.Entry;
import zhai.model.Tag;

/// Every page is read again with jsoup: its links lead to files of the site, and nothing runs or is
/// loaded but the site's own two scripts and its style.
class HtmlSiteTest {

  @Test
  void hasAPageForTheListForEachTagAndForEachBookmark() throws IOException {
    assertEquals(
        Set.of(
            "index.html",
            "site.css",
            "search.js",
            "search-index.js",
            "pages/7.html",
            "pages/8.html",
            "pages/9.html",
            "pages/10.html",
            "tags/RAG.html",
            "tags/distillation.html",
            "tags/写作.html",
            "tags/方法论.html",
            "tags/检索.html"),
        site(Samples.LIST).keySet());
  }

  @Test
  void leadsOnlyToItsOwnFilesAndToThePages() throws IOException {
    assertWhole(site(Samples.LIST));
  }

  @Test
  void staysWholeWhateverIsInAnEntry() throws IOException {
    Stream<Entry> awkward =
        Stream.concat(ArticleMarkupTest.awkward(), MarkdownListTest.hostile().stream())
            .map(EpubBookTest::read);
    Stream<Entry> any = IntStream.range(0, 60).mapToObj(seed -> Dossiers.any(seed).entry());
    List<Entry> entries = Stream.concat(awkward, any).toList();
    assertWhole(site(new ReadingList("</title><script>x</script>", "</code>", entries)));
  }

  @Test
  void keepsTagsApartThatAreOneFileOnSomeDisks() throws IOException {
    List<Tag> tags =
        Stream.of("a/b", "a:b", "..", "CON", "con?", "Ä", "A\u0308x")
            .flatMap(label -> Tags.parse(label).stream())
            .toList();
    Map<String, String> site =
        site(new ReadingList("t", null, List.of(Samples.entry("t", tags, List.of()))));
    assertWhole(site);
    assertEquals(tags.size(), site.keySet().stream().filter(it -> it.startsWith("tags/")).count());
  }

  @Test
  void showsTheUsersWordsBeforeTheArticle() throws IOException {
    Document page = Jsoup.parse(site(Samples.LIST).get("pages/7.html"));
    assertEquals(List.of("marks", "text"), page.select("section").eachAttr("class"));
    assertEquals("靠前", page.expectFirst(".marks blockquote strong").text());
    assertEquals(
        "https://www.zhihu.com/question/1/answer/2", page.expectFirst("h1 a").attr("href"));
    assertEquals(List.of("#RAG", "#检索"), page.select(".tags a").eachText());
  }

  @Test
  void searchesWhatIsShownAndNothingElse() throws IOException {
    JsonNode pages = index(site(Samples.LIST));
    assertEquals("检索增强生成遇到互相矛盾的证据时怎么办？", pages.get(0).get("title").textValue());
    assertEquals("pages/7.html", pages.get(0).get("page").textValue());
    assertTrue(pages.get(0).get("text").textValue().contains("顺序比内容更重要。"));
    Layout bare = new Layout(null, Split.NONE, Set.of());
    assertEquals("#RAG · #检索", index(site(Samples.LIST.with(bare))).get(0).get("text").textValue());
  }

  private static JsonNode index(Map<String, String> site) throws IOException {
    String script = site.getOrDefault("search-index.js", "");
    String array = script.substring(script.indexOf('['), script.lastIndexOf(']'));
    return JsonText.parse(array.replaceFirst(",\\s*$", "") + "]");
  }

  private static Map<String, String> site(ReadingList list) throws IOException {
    return FolderInMemory.by(new HtmlSite(), list);
  }

  private static void assertWhole(Map<String, String> site) {
    site.forEach((path, text) -> {
      if (path.endsWith(".html")) {
        assertWhole(site, path, Jsoup.parse(text));
      }
    });
    site.keySet().forEach(path -> assertFalse(path.contains(".."), path));
  }

  private static void assertWhole(Map<String, String> site, String path, Document page) {
    assertEquals(
        List.of(
            "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self'"
                + " file:"),
        page.select("meta[http-equiv=Content-Security-Policy]").eachAttr("content"));
    assertTrue(page.select("style, iframe, object, img, base, [style]").isEmpty(), path);
    assertEquals(
        path.equals("index.html") ? List.of("search.js") : List.of(),
        page.select("script").eachAttr("src"));
    for (Element element : page.select("[href]")) {
      String href = element.attr("href");
      boolean here = site.containsKey(target(path, href));
      boolean there = WebLinks.isWeb(href) && element.nameIs("a");
      boolean within = href.startsWith("#") && page.getElementById(href.substring(1)) != null;
      assertTrue(here || there || within, path + " → " + href);
    }
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(it -> assertFalse(it.getKey().startsWith("on"), it::html));
    }
  }

  private static String target(String from, String href) {
    if (!href.matches("[A-Za-z0-9._/%-]+")) {
      return "";
    }
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    return URI.create("file:///site/" + folder)
        .resolve(href)
        .getPath()
        .substring("/site/".length());
  }
}
