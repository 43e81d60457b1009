package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.browser.PressedBrowser.Popup;
import zhai.cli.Zhai;
import zhai.exchange.JsonText;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;

/// The extension in a real Chromium, as a person uses it: text is selected on a page, the button
/// pressed, the popup filled in; the browser starts the program, and what was saved is found with
/// `zhai search`. Pages come from this machine under the names of the sites whose shape they have.
class ExtensionTest {
  private static final String ANSWER =
      "https://www.zhihu.com/question/100/answer/1957384674738435667";

  private static final Path PAGES = Path.of("src/test/resources/zhai");

  @TempDir private static Path folder;
  private static NamedHosts hosts;
  private static InstalledExtension extension;
  private static PressedBrowser browser;
  private static Zhai zhai;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Chromium.installed().isPresent(), "no Chromium, Chrome or Edge is installed here");
    hosts =
        new NamedHosts()
            .page("www.zhihu.com/question/100", page("browser/extension/zhihu-question.html"))
            .page(
                "www.zhihu.com/question/100/answer/202", page("extract/site/zhihu-answer-dom.html"))
            .page("www.zhihu.com/question/300", withoutData())
            .page("mp.weixin.qq.com/s/abc", page("extract/site/weixin-article.html"))
            // What a script of the site does once the page is there.
            .page(
                "mp.weixin.qq.com/s/picked",
                page("extract/site/weixin-article.html").replace("visibility: hidden;", ""))
            .page("blog.example/drawn", page("browser/extension/drawn.html"))
            .page("blog.example/plain", TestWeb.articleHtml("乡镇图书馆", "书不怕旧，怕没人翻。一位管理员说。"))
            .page("blog.example/other", TestWeb.articleHtml("另一页", "检索到的证据互相冲突。"))
            .page("blog.example/tags", TestWeb.articleHtml("标签", "一页只为标签而写。"))
            .page("blog.example/menu", TestWeb.articleHtml("菜单", "右键里的一句话。"))
            .page(
                "blog.example/hostile",
                TestWeb.articleHtml("&lt;i&gt;题目&lt;/i&gt;", "&lt;b&gt;不是粗体&lt;/b&gt;"))
            .page(
                "blog.example/pictures",
                TestWeb.articleHtml(
                    "带图的一页",
                    "一张在页里。<img src='%s'>".formatted(TestPicture.dataAddress(TestPicture.png(7))),
                    "一张在别处。<img src='http://127.0.0.1:9/away.png' width=300 height=200>"))
            .page("blog.example/long", TestWeb.articleHtml("很长的一页", "开头的一句话。"));
    extension = InstalledExtension.in(folder);
    zhai = extension.zhai();
    browser = extension.open(hosts, "en-US");
  }

  @AfterAll
  static void close() throws Exception {
    if (hosts != null) {
      hosts.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(PAGES.resolve(name));
  }

  /// Another question, shown but not in the page's data: where a person came to it by links.
  private static String withoutData() throws IOException {
    return page("extract/site/zhihu-answer-dom.html")
        .replace("question/100", "question/300")
        .replace("202", "302")
        .replace("1957384674738435667", "303");
  }

  /// As if a person had drawn over the words.
  private static void select(String words) throws Exception {
    JsonNode selected =
        browser.ask(
            """
            (() => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(%1$s);
                if (at >= 0 && node.parentElement.localName !== "script") {
                  getSelection().setBaseAndExtent(node, at, node, at + %1$s.length);
                  return String(getSelection());
                }
              }
              return "";
            })()
            """
                .formatted(JsonText.quote(words)));
    assertEquals(words, selected.asText());
  }

  private static Popup press() throws Exception {
    return browser.press(extension.id());
  }

  /// Presses Save and waits for what became of it.
  private static String save(Popup popup) throws Exception {
    popup.click("save");
    popup.waitUntil(
        "!document.getElementById('save').disabled &&"
            + " document.getElementById('outcome').innerText");
    return popup.text("outcome");
  }

  private static JsonNode entry(String address) throws IOException {
    Zhai.Ran ran = zhai.run("show", address, "--json");
    assertEquals(0, ran.code(), ran.err());
    return JsonText.parse(ran.out().strip());
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.zhihu.com/question/100, 题主的说明, https://www.zhihu.com/question/100",
    "http://mp.weixin.qq.com/s/picked, 第一段, https://mp.weixin.qq.com/s/picked",
    "http://blog.example/plain?utm_source=x, 怕没人翻, https://blog.example/plain"
  })
  void savesThePageWithTheSelectionAndSearchFindsIt(String address, String words, String kept)
      throws Exception {
    browser.open(address);
    select(words);
    try (Popup popup = press()) {
      assertEquals("Not in the library yet.", popup.text("state"));
      assertEquals(words, popup.ask("document.getElementById('excerpt').value").asText());
      popup.type("comment", "评一句");
      popup.type("note", "记一笔");
      popup.type("answer", "");
      String outcome = save(popup);
      JsonNode entry = entry(kept);
      assertEquals(
          "Stored as %d · read · %s · excerpts: 1 exact"
              .formatted(entry.path("id").asInt(), entry.path("title").asText()),
          outcome);
      assertEquals(words, entry.at("/excerpts/0/quote").asText());
      assertEquals("评一句", entry.at("/excerpts/0/comment").asText());
      assertEquals("记一笔", entry.at("/notes/0/text").asText());
      String found = zhai.run("search", "excerpt:" + words, "--json").out();
      assertTrue(found.contains("\"url\":\"" + kept + "\""), found);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "www.zhihu.com/question/100/answer/202, extract/site/zhihu-answer-dom.html",
    "mp.weixin.qq.com/s/abc, extract/site/weixin-article.html"
  })
  void givesTheArticleThatTheSavedFileGives(String address, String file) throws Exception {
    browser.open("http://" + address);
    try (Popup popup = press()) {
      popup.type("answer", "");
      save(popup);
    }
    Zhai other = new Zhai(folder.resolve("by-file-" + address.replace('/', '-')));
    other.run("add", "http://" + address, "--html", PAGES.resolve(file).toString());
    for (String form : List.of("--html", "--markdown", "--text")) {
      assertEquals(
          other.run("show", "http://" + address, form).out(),
          zhai.run("show", "http://" + address, form).out());
    }
  }

  @Test
  void givesTheSameArticleAsWhatItSentHandedOverAsAFile() throws Exception {
    browser.open("http://blog.example/drawn");
    try (Popup popup = press()) {
      save(popup);
    }
    String sent = zhai.run("show", "http://blog.example/drawn", "--source").out();
    Path file = Files.writeString(folder.resolve("sent.html"), sent);
    Zhai other = new Zhai(folder.resolve("by-sent-file"));
    other.run("add", "http://blog.example/drawn", "--html", file.toString());
    for (String form : List.of("--html", "--markdown", "--text", "--source")) {
      assertEquals(
          other.run("show", "1", form).out(),
          zhai.run("show", "http://blog.example/drawn", form).out());
    }
  }

  @Test
  void takesThePageAsItStandsWithoutWhatRunsAndWhatWasTyped() throws Exception {
    browser.open("http://blog.example/drawn");
    browser.ask("void (document.getElementById('draft').value = 'a secret')");
    browser.ask("document.getElementById('name').setAttribute('value', 'a secret')");
    select("画上去的字");
    try (Popup popup = press()) {
      String outcome = save(popup);
      assertTrue(outcome.contains("read"), outcome);
    }
    String text = zhai.run("show", "http://blog.example/drawn", "--text").out();
    for (String paragraph : List.of("服务器送来的", "脚本后来画上去的", "影子里的一段", "槽里的一段", "练琴")) {
      assertTrue(text.contains(paragraph), text);
    }
    String html = zhai.run("show", "http://blog.example/drawn", "--html").out();
    assertTrue(html.contains("http://blog.example/pictures/ginkgo.jpg"), html);
    String source = zhai.run("show", "http://blog.example/drawn", "--source").out();
    assertTrue(source.startsWith("<!DOCTYPE html>"), source);
    for (String left : List.of("secret", "onclick", "<style", "<noscript", "<script>")) {
      assertFalse(source.contains(left), () -> left + " in " + source);
    }
  }

  @Test
  void savesTheOneAnswerThatTheSelectionIsIn() throws Exception {
    browser.open("http://www.zhihu.com/question/100");
    select("以上，希望有用。");
    try (Popup popup = press()) {
      assertEquals(
          "1957384674738435667", popup.ask("document.getElementById('answer').value").asText());
      save(popup);
    }
    JsonNode entry = entry(ANSWER);
    assertEquals(ANSWER, entry.path("url").asText());
    assertEquals("回答的人", entry.path("byline").asText());
    assertEquals("exact", entry.at("/excerpts/0/anchor").asText());
    String source = zhai.run("show", ANSWER, "--source").out();
    for (String foreign : List.of("别人的回答", "题主的说明", "看的人自己", "viewer")) {
      assertFalse(source.contains(foreign), () -> foreign + " in " + source);
    }
    String text = zhai.run("show", ANSWER, "--text").out();
    assertTrue(text.contains("先说结论") && text.contains("以上，希望有用"), text);
  }

  @Test
  void savesAnAnswerFromWhatThePageShowsWhereItsDataDoesNotHoldIt() throws Exception {
    browser.open("http://www.zhihu.com/question/300");
    select("别人的回答");
    try (Popup popup = press()) {
      save(popup);
    }
    String address = "https://www.zhihu.com/question/300/answer/302";
    JsonNode entry = entry(address);
    assertEquals(address, entry.path("url").asText());
    assertEquals("匿名用户", entry.path("byline").asText());
    assertEquals("检索到的证据互相冲突时怎么办？", entry.path("title").asText());
    String text = zhai.run("show", address, "--text").out();
    assertTrue(text.contains("别人的回答") && !text.contains("先说结论"), text);
  }

  @Test
  void saysAtOnceThatThePageIsThereAndShowsItsExcerptsOnIt() throws Exception {
    zhai.withInput(TestWeb.articleHtml("另一页", "检索到的证据互相冲突。"))
        .run(
            "add",
            "http://blog.example/other",
            "--html",
            "-",
            "-x",
            "证据互相冲突",
            "-x",
            "哪里也没有的话",
            "-t",
            "rag");
    int id = entry("http://blog.example/other").path("id").asInt();
    browser.open("http://blog.example/other");
    try (Popup popup = press()) {
      assertEquals(
          "In the library as %d · read · excerpts: 2 · #rag".formatted(id), popup.text("state"));
      popup.click("highlight");
      popup.waitUntil("document.getElementById('outcome').innerText");
      assertEquals("1 of 2 excerpts stand on this page.", popup.text("outcome"));
    }
    assertEquals(
        "证据互相冲突", browser.ask("String([...CSS.highlights.get('zhai-excerpt')][0])").asText());
  }

  @Test
  void offersTheTagsOfTheLibrary() throws Exception {
    zhai.run("add", "http://blog.example/tagged", "--no-fetch", "-t", "小模型");
    browser.open("http://blog.example/tags");
    String offered =
        "[...document.querySelectorAll('#known-tags option')].map(it => it.value).join('|')";
    try (Popup popup = press()) {
      assertTrue(popup.ask(offered).asText().contains("小模型"));
      popup.type("tags", "新的, ");
      assertTrue(popup.ask(offered).asText().contains("新的, 小模型"));
      popup.type("tags", "新的，小模型");
      save(popup);
    }
    assertEquals("[\"小模型\",\"新的\"]", entry("http://blog.example/tags").path("tags").toString());
  }

  @Test
  void savesTheSelectionFromTheMenuAndSaysSoWhenThePopupOpens() throws Exception {
    browser.open("http://blog.example/menu");
    select("右键里的一句话");
    press().close();
    browser.askBackground(
        """
        (async () => {
          const [tab] = await chrome.tabs.query({ url: "http://blog.example/menu" , active: true });
          const kept = new Promise((done) => chrome.storage.session.onChanged.addListener(done));
          const info = { menuItemId: "save-selection", selectionText: "右键里的一句话" };
          chrome.contextMenus.onClicked.dispatch(info, tab);
          await kept;
        })()
        """);
    assertEquals("exact", entry("http://blog.example/menu").at("/excerpts/0/anchor").asText());
    try (Popup popup = press()) {
      assertTrue(popup.text("outcome").startsWith("Stored as "), popup.text("outcome"));
    }
  }

  @Test
  void sendsALongPageInPiecesAndRefusesOneThatIsTooLong() throws Exception {
    browser.open("http://blog.example/long");
    // Nothing of it is shown: laying out a line of that length takes the browser far longer than
    // all that the extension does with it.
    browser.ask(
        "void document.body.append(Object.assign(document.createElement('footer'),"
            + " {hidden: true, textContent: '😀'.repeat(2200000)}))");
    try (Popup popup = press()) {
      String outcome = save(popup);
      assertTrue(outcome.contains("only its beginning was read"), outcome);
    }
    assertTrue(
        zhai.run("show", "http://blog.example/long", "--source").out().contains("😀</footer>"));
    browser.ask("void document.querySelector('footer').append('x'.repeat(50 * 1024 * 1024))");
    try (Popup popup = press()) {
      assertEquals("This page is larger than 50 million characters.", save(popup));
      assertEquals("zhai add URL --html FILE", popup.text("advice-command"));
    }
  }

  @Test
  void asksForPicturesOnceThePersonSaysSoAndRemembersIt() throws Exception {
    browser.open("http://blog.example/pictures");
    try (Popup popup = press()) {
      save(popup);
      assertEquals("", popup.text("pictures-outcome"));
      popup.click("pictures");
      String outcome = save(popup);
      assertTrue(outcome.contains("read"), outcome);
      popup.waitUntil("!document.getElementById('pictures-outcome').innerText.includes('sking')");
      // The one elsewhere is at a private address: that is not asked, whoever wishes it.
      assertEquals("Pictures: 1 kept, 1 stay links", popup.text("pictures-outcome"));
    }
    assertEquals(
        "{\"kept\":1,\"missing\":1,\"bytes\":%d}".formatted(TestPicture.png(7).size()),
        entry("http://blog.example/pictures").path("images").toString());
    try (Popup popup = press()) {
      assertTrue(popup.ask("document.getElementById('pictures').checked").booleanValue());
      popup.click("pictures");
    }
  }

  @Test
  void saysThatAPageOfTheBrowserCannotBeRead() throws Exception {
    browser.open("chrome://version");
    try (Popup popup = press()) {
      assertEquals("The browser does not let extensions read this page.", popup.text("outcome"));
      assertTrue(popup.ask("document.getElementById('words').hidden").booleanValue());
    }
  }

  @Test
  void aPageReachesNothingOfTheExtension() throws Exception {
    browser.open("http://blog.example/plain");
    press().close();
    assertEquals("undefined", browser.ask("typeof globalThis.zhaiPage").asText());
    assertEquals("undefined", browser.ask("typeof chrome?.runtime?.sendMessage").asText());
    assertEquals(
        "refused",
        browser
            .ask(
                "fetch('chrome-extension://%s/popup.html').then(() => 'read', () => 'refused')"
                    .formatted(extension.id()))
            .asText());
  }

  @Test
  void showsTextOfPagesAsText() throws Exception {
    browser.open("http://blog.example/hostile");
    browser.ask("void (document.title = '<img src=x onerror=alert(1)>$1__MSG_name__')");
    select("<b>不是粗体</b>");
    try (Popup popup = press()) {
      assertEquals(
          "<img src=x onerror=alert(1)>$1__MSG_name__",
          popup.ask("document.getElementById('title').value").asText());
      popup.type("tags", "<script>x</script>");
      String outcome = save(popup);
      assertTrue(outcome.contains("<img src=x onerror=alert(1)>$1__MSG_name__"), outcome);
      assertTrue(popup.text("state").contains("#<script>x</script>"), popup.text("state"));
      assertEquals(1, popup.ask("document.images.length + document.scripts.length - 1").asInt());
    }
  }

  @Test
  void hasAWindowThatEverybodyCanUse() throws Exception {
    assumeTrue(DrivenBrowser.isInstalled(), "no Chromium with chromedriver is installed here");
    try (DrivenBrowser driven =
        DrivenBrowser.with(folder.resolve("driven")).extension(Path.of("src/extension")).open()) {
      driven.driver().get("chrome-extension://%s/popup.html".formatted(extension.id()));
      driven.waitFor("document.body.dataset.ready");
      driven.ask("document.querySelectorAll('[hidden]').forEach(it => it.hidden = false)");
      for (boolean dark : new boolean[] {false, true}) {
        assertEquals(List.of(), driven.dark(dark).violations());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, The browser does not find zhai., Not in the library yet.",
    "zh-CN, 浏览器找不到摘。, 库里还没有。"
  })
  void saysWhatToRunWhereZhaiIsNotFoundAndWorksOnceThatWasDone(
      String language, String missing, String unknown) throws Exception {
    Path profile = folder.resolve("profile-" + language);
    try (PressedBrowser fresh = extension.open(profile, hosts, language)) {
      fresh.open("http://blog.example/tags?lang=" + language);
      try (Popup popup = fresh.press(extension.id())) {
        assertEquals(missing, popup.text("outcome"));
        assertEquals("zhai extension install", popup.text("advice-command"));
      }
      extension.install(profile);
      try (Popup popup = fresh.press(extension.id())) {
        assertEquals(unknown, popup.text("state"));
      }
    }
  }
}
