package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.extract.ContentWriter;
import zhai.extract.Page;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// What each key of the rule language does.
final class RuleLanguageTest {
  private static final String ADDRESS = "https://forum.example/t/7";

  private static final String FORUM =
      """
      <html><head><link rel=canonical href="https://forum.example/t/7">
      <meta name=generator content="Boards 3.1"><meta property=og:title content="From the head"></head>
      <body><h1>A topic - Boards</h1><time datetime="2024-05-13T09:00:00Z">13 May</time>
      <div class=op><p>What was asked first of all.</p><div class=ad>Buy this</div></div>
      <div class=post id=p1><b class=who>Ann</b><div class=said><p>One answer to it.</p></div></div>
      <div class=post id=p2><b class=who>Ben</b><div class=said><p>Another <i class=w>one</i> of them.</p>
      <img real=/a.png></div></div>
      <script>window.STATE = {topic:{views:undefined,title:'It\\'s "data"',posted:1715590800,
        items:[{kind:"ad",text:"x"},{kind:"post",text:"first\\nsecond",by:{name:"Cy"}}],}};</script>
      <script type=application/ld+json>[{"@type":"Person","name":"Dee"},{"@type":"Article","headline":"Linked"}]</script>
      </body></html>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          title h1                                          | A topic - Boards
          title h1 => (.*) - Boards                         | A topic
          title h1 => ^A (\\w+).* ==> the $1                | the topic
          title meta[property=og:title]                     | From the head
          title time @ datetime                             | 2024-05-13T09:00:00Z
          title .none ; title h1                            | A topic - Boards
          title #p{topic} .who                              | -
          title script => items:\\[\\{kind:"(\\w+)"         | ad
          data s var window.STATE ; title $s.topic.title    | It's "data"
          data s var STATE ; title $s.topic.items.*.kind    | ad
          data s var STATE ; title $s.topic.items.1.by.name | Cy
          data s var STATE ; title $s.topic.items[kind=post].by.name | Cy
          data s var STATE ; title $s.topic.views           | -
          data s var MISSING ; title $s.topic.views         | -
          title $ld[@type=Article].headline                 | Linked
          """)
  void findsAFact(String rules, String title) {
    assertEquals(title, facts(rules).title());
  }

  @ParameterizedTest
  @CsvSource({
    "date time @ datetime, 2024-05-13T09:00:00Z",
    "zone +08:00;data s var STATE;date $s.topic.posted, 2024-05-13T17:00:00+08:00",
    "data s var STATE;date $s.topic.posted, 2024-05-13T09:00:00Z",
    "zone +08:00;date time => (..) ==> 2024-05-$1 10:00, 2024-05-13T10:00:00+08:00",
  })
  void readsDatesInTheSitesZone(String rules, String date) {
    assertEquals(date, String.valueOf(facts(rules).published()));
  }

  @Test
  void listsAuthorsAndKnowsTheSiteAndTheAddress() {
    var facts = facts("name Boards;authors .who;canonical https://forum.example/t/{topic}");
    assertEquals("Ann; Ben", facts.byline());
    assertEquals("Boards", facts.site());
    assertEquals("https://forum.example/t/7", facts.canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          content .op ; strip .ad                | What was asked first of all.
          content .said                          | One answer to it.
          content .none ; content .said          | One answer to it.
          parts .said, .said p                   | One answer to it.\\n\\nAnother *one* of them.\\n\\n![](https://forum.example/a.png)
          content #p2 .said ; unwrap .w          | Another one of them.\\n\\n![](https://forum.example/a.png)
          content .op ; strip .ad ; posts .post ; post.author .who ; post.body .said | What was asked first of all.\\n\\n***\\n\\n### Ann\\n\\nOne answer to it.\\n\\n### Ben\\n\\nAnother *one* of them.\\n\\n![](https://forum.example/a.png)
          posts #p1 ; strip b                    | One answer to it.
          data s var STATE ; content $s.topic.items.1.text | first\\n\\nsecond
          data s var STATE ; posts $s.topic.items[kind=post] ; post.author $post.by.name ; post.body $post.text | ### Cy\\n\\nfirst\\n\\nsecond
          content .op p ; posts .post ; post.author .who ; post.date .none ; post.body .said p ; post.depth .post @ id => p(.) | What was asked first of all.\\n\\n***\\n\\n> ### Ann\\n>\\n> One answer to it.\\n\\n> > ### Ben\\n> >\\n> > Another *one* of them.
          thread .op, .post ; post.author .who ; post.body p | What was asked first of all.\\n\\n***\\n\\n### Ann\\n\\nOne answer to it.\\n\\n### Ben\\n\\nAnother *one* of them.
          posts .post ; post.body p              | One answer to it.\\n\\n***\\n\\nAnother *one* of them.
          data s var STATE ; posts $s.topic.items.1 ; post.author $post.by.name ; post.date $s.topic.posted ; post.body $post.kind | ### Cy · 2024-05-13\\n\\npost
          data s var STATE ; code $s.topic.items.*.text | ```\\nx\\nfirst\\nsecond\\n```
          content .ad ; lines .ad                | Buy this
          content #p1 .said ; images img @ real  | One answer to it.\\n\\n![](https://forum.example/a.png)
          """)
  void findsTheText(String rules, String markdown) {
    Found found = assertInstanceOf(Found.class, read("min 1;lazy real;" + rules, ADDRESS));
    String written = ContentWriter.write(found.content(), ADDRESS).markdown();
    assertEquals(markdown.replace("\\n", "\n").replace("  \n", "\n"), written.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "content .op;wall gone .op | It is gone., READ",
    "content .op;wall preview .ad | Only a part., PREVIEW",
    "content .none;wall preview .ad | Only a part.;wall gone .ad => (Buy) | It is gone., GONE",
    "wall not-article * | A list., NOT_ARTICLE",
    "content .said;min 100;wall empty .post | A shell., EMPTY",
  })
  void seesWallsOnlyWhereTheTextIsNot(String rules, Verdict verdict) {
    SiteReading reading = read(rules.replace("min 100", "min 1000"), ADDRESS);
    Verdict seen =
        switch (reading) {
          case Found found -> found.verdict();
          case Refused refused -> refused.verdict();
          case SiteReading.Unsure _ -> null;
        };
    assertEquals(verdict, seen);
  }

  @ParameterizedTest
  @CsvSource({
    "https://forum.example/t/7, one",
    "https://forum.example/t/7#p2, reply",
    "https://m.forum.example/t/7, one",
    "https://elsewhere.example/, canonical",
  })
  void asksTheAddressFirst(String address, String kind) {
    String rules =
        "[canonical]\nmatch forum.example/t/{topic}\nneed .absent\n"
            + "[reply]\nmatch forum.example/t/{topic}#p{post}\n"
            + "[one]\nmatch *.forum.example/t/{topic}\nneed .op\n"
            + "[marked]\nmark meta[name=generator][content^=Boards]\n";
    SiteRules site = SiteRules.of(List.of(SiteRules.parse(rules, "a.rules")));
    String expected = kind.equals("canonical") ? "one" : kind;
    assertEquals(expected, site.know(page(address)).orElseThrow().kind().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mark meta[name=generator][content^=Boards]",
        "mark .nothing, #p1.post .who",
        "mark .post:not(.absent)",
        "match forum.example",
      })
  void knowsAPageWithoutItsAddress(String rules) {
    assertTrue(rules(rules).know(page("https://saved.example.org/a.html")).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mark .absent .post", "mark #p9", "match example"})
  void doesNotKnowAnotherPage(String rules) {
    assertFalse(rules(rules).know(page("https://saved.example.org/a.html")).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1};x()                                    | {"a":1}
          {a:undefined,'b':!0,c:[void 0,.5,],}           | {"a":null,"b":true,"c":[null,0.5]}
          {d:new Date(1),s:"\\x26'",t:'"'}               | {"d":null,"s":"&'","t":"\\""}
          JSON.parse("{\\"a\\":\\"\\u4e2d\\"}")          | {"a":"中"}
          JSON.parse(decodeURIComponent("%7B%22a%22%3A1%7D")) | {"a":1}
          %7B%22a%22%3A%22b%2Bc+d%22%7D                  | {"a":"b+c+d"}
          (function(a,b){return {x:a,y:[b,"a"]}}("z",null)); | {"x":"z","y":[null,"a"]}
          [{"a":{}}][0] or {}                            | [{"a":{}}]
          {"a":                                          | -
          no data                                        | -
          """)
  void readsWhatScriptsCallData(String script, String json) {
    var read = LooseJson.read(script.replace(" or ", " || "));
    assertEquals(json, read.isMissingNode() ? "-" : read.toString());
  }

  @Test
  void keepsTheSizeOfTheWorkInBounds() {
    String deep = "[".repeat(100_000);
    assertTrue(LooseJson.read(deep).isMissingNode());
    assertTrue(LooseJson.read("{a:" + "'x',".repeat(100_000)).isMissingNode());
  }

  private static zhai.extract.PageFacts facts(String rules) {
    return switch (read(rules, ADDRESS)) {
      case Found found -> found.facts();
      case SiteReading.Unsure unsure -> unsure.facts();
      case Refused refused -> throw new AssertionError(refused);
    };
  }

  private static SiteRules rules(String rules) {
    String text = rules.replace(';', '\n');
    return SiteRules.of(List.of(SiteRules.parse(text, "test.rules")));
  }

  private static SiteReading read(String rules, String address) {
    return new RuleReader(rules("match forum.example/t/{topic};" + rules)).read(page(address));
  }

  private static Page.Html page(String address) {
    Snapshot snapshot =
        new Snapshot(
            address, Snapshot.Origin.HANDED_OVER, 0, List.of(), Bytes.ofUtf8(FORUM), Instant.EPOCH);
    return new Page.Html(snapshot, Jsoup.parse(FORUM, address));
  }
}
