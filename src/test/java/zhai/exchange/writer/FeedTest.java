package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.With;
import zhai.model.Dossier;
import zhai.model.Entry;

/// Feeds are read again by ROME and Jackson, outlines by ROME's XML parser and jsoup.
class FeedTest {

  @Test
  void areFollowedByARealFeedReader() throws IOException, FeedException {
    SyndFeed feed = atom(Samples.LIST);
    assertEquals("检索与小模型 Reading", feed.getTitle());
    assertEquals(4, feed.getEntries().size());
    SyndEntry answer = feed.getEntries().getFirst();
    assertEquals("https://www.zhihu.com/question/1/answer/2", answer.getLink());
    assertEquals("林一", answer.getAuthor());
    assertEquals(Samples.MORNING, answer.getPublishedDate().toInstant());
    assertEquals(2, answer.getCategories().size());
    Document content = Jsoup.parse(answer.getContents().getFirst().getValue());
    assertEquals("靠前", content.expectFirst("blockquote strong").text());
  }

  @Test
  void surviveEveryHostileTitle() throws IOException, FeedException {
    ReadingList list = HostileTitlesTest.list();
    SyndFeed feed = atom(list);
    JsonNode json = json(list);
    for (int i = 0; i < list.entries().size(); i++) {
      String title = PageFacts.of(list.entries().get(i)).title();
      SyndEntry entry = feed.getEntries().get(i);
      assertEquals(title.replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD"), entry.getTitle());
      assertEquals(title, json.get("items").get(i).get("title").textValue());
      assertQuiet(entry.getContents().getFirst().getValue());
    }
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 100)
  void sayTheSameInBothForms(@ForAll Dossier dossier) throws IOException, FeedException {
    ReadingList list = whole(dossier.entry());
    SyndEntry atom = atom(list).getEntries().getFirst();
    JsonNode json = json(list).get("items").get(0);
    assertEquals(json.get("id").textValue(), atom.getUri());
    Instant changed = dossier.entry().bookmark().changedAt();
    assertEquals(changed.getEpochSecond(), atom.getUpdatedDate().toInstant().getEpochSecond());
    assertEquals(
        atom.getUpdatedDate().toInstant().toString(), json.get("date_modified").textValue());
    assertQuiet(json.get("content_html").textValue());
  }

  @Test
  void makeAnOutlineWithAFolderForEachTag() throws IOException {
    Layout layout = new Layout(Grouping.TAG, Split.NONE, null);
    Document opml = opml(Samples.LIST.with(layout));
    assertEquals(
        List.of("RAG", "检索", "distillation", "写作", "方法论"),
        opml.select("body > outline:not([type])").eachAttr("text"));
    assertEquals(1, opml.select("body > outline[type=link]").size());
    assertEquals("“顺序比内容更重要。”", opml.expectFirst("outline[_note]").attr("_note").split("\n\n")[2]);
  }

  @Test
  void keepAnOutlineWholeWhateverTheTitles() throws IOException {
    ReadingList list = HostileTitlesTest.list();
    List<String> titles = opml(list).select("body > outline").eachAttr("text");
    assertEquals(list.entries().size(), titles.size());
  }

  private static ReadingList whole(Entry entry) {
    return new ReadingList("t", null, List.of(entry)).with(new Layout(null, Split.NONE, With.ALL));
  }

  private static SyndFeed atom(ReadingList list) throws IOException, FeedException {
    return new SyndFeedInput().build(new StringReader(Written.as(ExportFormat.ATOM, list)));
  }

  private static JsonNode json(ReadingList list) throws IOException {
    return new ObjectMapper().readTree(Written.as(ExportFormat.JSON_FEED, list));
  }

  private static Document opml(ReadingList list) throws IOException {
    return Jsoup.parse(Written.as(ExportFormat.OPML, list), Parser.xmlParser());
  }

  private static void assertQuiet(String html) {
    for (Element element : Jsoup.parse(html).getAllElements()) {
      assertTrue(!Set.of("script", "img", "iframe", "svg", "style").contains(element.normalName()));
      assertTrue(
          element.attributes().asList().stream().noneMatch(it -> it.getKey().startsWith("on")));
    }
  }
}
