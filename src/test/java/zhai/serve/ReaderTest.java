package zhai.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import zhai.browser.DrivenBrowser;
import zhai.cli.Zhai;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;

/// The reader as a person uses it, in a real Chromium: what they do there is in the library
/// afterwards, as `zhai search` and `zhai show` see it. No page breaks its own policy.
class ReaderTest {
  private static final String PAGE =
      """
      <!doctype html><html lang=zh><head><meta charset=utf-8><title>先完成再完美</title></head><body><article>
      <h1>先完成再完美</h1>
      <p>写作的人常常在第一句话前停下来。先完成，再完美，是他写在墙上的一句话，也是他每天早上看见的第一句话。</p>
      <p>The temperature of a softmax says how sure the distribution is, and nobody explains why it has this form.</p>
      <div><math display="block"><semantics><mi>p</mi><annotation encoding="application/x-tex">p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}</annotation></semantics></math></div>
      <h2>代码</h2>
      <pre><code class="language-python">def first(words):
          return words[0]  # the first one
      </code></pre>
      <h4>表格</h4>
      <table><thead><tr><th>天</th><th>页数</th></tr></thead><tbody><tr><td>周一</td><td>十二页</td></tr><tr><td>周二</td><td>七页</td></tr></tbody></table>
      <p>下午的光线斜着照进来，落在桌上的书脊上。有人在楼下练琴，总是在同一个小节停下来，再从头开始，直到天黑。</p>
      <p>第二天他又坐到桌前，先完成，再完美，把昨天写坏的一页原样抄了一遍，抄到一半就知道该怎么改了。</p>
      </article></body></html>
      """;

  @TempDir private static Path folder;
  private static TestWeb web;
  private static TestReader reader;
  private static DrivenBrowser browser;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(DrivenBrowser.isInstalled(), "no Chromium with chromedriver is installed here");
    web = new TestWeb();
    web.html("a.example/1", 200, PAGE);
    web.article(
            "new.example/9",
            "刚加进来的一页",
            "这一页是在浏览器里加进来的。".repeat(9) + "<img src=/one.png alt=图一>" + "图在上面。".repeat(9))
        .picture("new.example/one.png", "image/png", TestPicture.png(1));
    zhai(
        "add",
        "https://a.example/1",
        "-t",
        "写作",
        "-x",
        "他写在墙上的一句话",
        "-x",
        "先完成，再完美",
        "-x",
        "哪里都没有的话",
        "-n",
        "a **note**");
    zhai("add", "https://b.example/2", "--title", "Second page", "-t", "rag", "--no-fetch");
    zhai("add", "https://c.example/3", "--title", "Third page", "-t", "rag");
    reader = new TestReader(folder.resolve("library"), web);
    browser = DrivenBrowser.with(folder.resolve("profile")).name("evil.example").open();
    browser.driver().get(reader.entrance());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      reader.close();
      web.close();
    }
  }

  @AfterEach
  void noPolicyWasBroken() {
    if (browser != null) {
      List<String> said =
          browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
              .map(LogEntry::getMessage)
              .filter(it -> !it.contains("status of 40"))
              .toList();
      assertEquals(List.of(), said);
      browser.dark(false).sized(1280, 900);
    }
  }

  private static String zhai(String... arguments) {
    Zhai.Ran ran = new Zhai(folder.resolve("library"), web).run(arguments);
    assertTrue(ran.code() == 0 || ran.out().contains("stored"), ran::err);
    return ran.out();
  }

  private static void go(String path) {
    browser.driver().get(reader.address() + path);
    browser.waitFor("document.documentElement.classList.contains('scripts')");
  }

  private static void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  @Test
  void everyPageIsForEverybody() {
    for (String path :
        List.of(
            "/",
            "/?q=rag",
            "/?q=titel:x",
            "/list",
            "/list?q=(",
            "/entry/1",
            "/entry/2",
            "/entry/99",
            "/add",
            "/status",
            "/help",
            "/bookmarklet",
            "/save?url=https://a.example/1&selection=x",
            "/save?url=nothing",
            "/enter?key=old")) {
      for (boolean dark : List.of(false, true)) {
        browser.dark(dark).sized(dark ? 390 : 1280, 844);
        browser.driver().get(reader.address() + path);
        String which = path + (dark ? ", dark and narrow" : "");
        assertEquals(List.of(), browser.violations(), which);
        assertEquals(
            true, browser.ask("document.documentElement.scrollWidth <= innerWidth"), which);
      }
    }
  }

  @Test
  void findsAsOneTypes() {
    go("/");
    press("/");
    press("完美");
    browser.waitFor("document.querySelector('#results .passage mark')?.textContent.includes('完美')");
    assertEquals("/?q=%E5%AE%8C%E7%BE%8E", browser.ask("location.pathname + location.search"));
    assertEquals("完美", browser.driver().switchTo().activeElement().getAttribute("value"));
    press(" titel:x");
    browser.waitFor(
        "document.querySelector('.problem')?.textContent.includes('did you mean title:')");
    assertTrue(browser.find(".place").getText().contains("^"));
  }

  @Test
  void isWorkedByKeys() {
    go("/?q=rag");
    press("j");
    String first = browser.driver().switchTo().activeElement().getText();
    press("j");
    assertFalse(browser.driver().switchTo().activeElement().getText().equals(first));
    press("k");
    assertEquals(first, browser.driver().switchTo().activeElement().getText());
    press(Keys.ENTER);
    browser.waitFor("document.querySelector('main.entry')");
    browser.waitFor("document.documentElement.classList.contains('scripts')");
    press("?");
    browser.waitFor("document.getElementById('help').open");
    press(Keys.ESCAPE);
    browser.waitFor("!document.getElementById('help').open");
    press("n");
    assertEquals("note", browser.driver().switchTo().activeElement().getAttribute("name"));
    press("written with keys", Keys.TAB, Keys.ENTER);
    browser.waitFor("document.querySelector('#marks')?.textContent.includes('written with keys')");
    assertTrue(zhai("search", "note:\"written with keys\"").contains("page"));
  }

  @Test
  void showsExcerptsWhereTheyStandAndSaysWhichDoNot() {
    go("/entry/1");
    assertEquals("他写在墙上的一句话", browser.find("mark.excerpt.exact").getText());
    assertEquals(2, browser.driver().findElements(By.cssSelector("mark.excerpt.ambiguous")).size());
    assertTrue(browser.find(".mark.ambiguous .anchor").getText().contains("2 places"));
    assertTrue(browser.find(".mark.missing .anchor").getText().contains("not found"));
    assertEquals("note", browser.find(".mark.note strong").getText());
  }

  @Test
  void setsFormulasAndColoursListings() {
    go("/entry/1");
    browser.waitFor("document.querySelector('.article .katex-display .mfrac')");
    browser.waitFor("document.querySelector('.article .hljs-keyword')?.textContent === 'def'");
    browser.waitFor(
        "[...document.fonts].some(it => it.family.startsWith('KaTeX') && it.status === 'loaded')");
  }

  @Test
  void keepsASelectionAsAnExcerpt() {
    go("/entry/1");
    browser
        .driver()
        .executeScript(
            """
            const text = document.evaluate("//p[contains(., 'temperature')]", document, null, 9).singleNodeValue.firstChild;
            const at = text.data.indexOf("how sure");
            getSelection().setBaseAndExtent(text, at, text, at + "how sure the distribution is".length);
            """);
    browser.waitFor("!document.getElementById('pick').hidden");
    press("e");
    browser.waitFor("document.activeElement.name === 'comment'");
    press("so it is", Keys.TAB, "softmax, 温度", Keys.ENTER);
    browser.waitFor(
        "[...document.querySelectorAll('mark.excerpt.exact')].some(it => it.textContent === 'how"
            + " sure the distribution is')");
    assertTrue(zhai("search", "excerpt:\"how sure the distribution\"").contains("先完成再完美"));
    String shown = zhai("show", "1");
    assertTrue(
        shown.contains("so it is") && shown.contains("#softmax") && shown.contains("#温度"), shown);
  }

  @Test
  void editsTitleTagsAndState() {
    go("/entry/2");
    press("e");
    WebElement title = browser.find("#edit-form [name=title]");
    title.sendKeys(Keys.chord(Keys.CONTROL, "a"), "改过的标题", Keys.TAB);
    browser
        .find("#edit-form [name=tags]")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "新 rag", Keys.ENTER);
    browser.waitFor("document.querySelector('h1').textContent === '改过的标题'");
    press(Keys.ESCAPE);
    press("r");
    browser.waitFor("document.getElementById('read').ariaPressed === 'true'");
    press("s");
    browser.waitFor("document.getElementById('star').ariaPressed === 'true'");
    String row = zhai("list", "title:改过的标题 tag:新 is:read is:starred");
    assertTrue(row.contains("改过的标题"), row);
  }

  @Test
  void addsAPageAndShowsWhatBecameOfIt() {
    go("/add");
    browser.find("[name=urls]").sendKeys("https://new.example/9?utm_source=x\nno address");
    browser.find("#add-form button").click();
    browser.waitFor("document.querySelector('#added a')?.href.includes('/entry/')");
    browser.waitFor("document.getElementById('said').textContent.includes('no address')");
    assertEquals("no address", browser.find("[name=urls]").getAttribute("value"));
    browser.find("#added a").click();
    browser.waitFor("document.querySelector('main.entry')");
    for (int i = 0; i < 200 && !zhai("status").contains("images     1"); i++) {
      go("/status");
    }
    // Another reader of the index may be leading it up at this moment.
    String search = "/?q=" + Link.encoded("title:刚加进来的一页");
    go(search);
    for (int i = 0; i < 200 && !browser.find("main").getText().contains("刚加进来的一页"); i++) {
      go(search);
    }
    browser.find(".row .open").click();
    assertEquals("图一", browser.find(".article img").getAttribute("alt"));
    browser.waitFor("document.querySelector('.article img').naturalWidth > 0");
  }

  @Test
  void savesWhatABookmarkletHandsOverFromAnotherSite() throws IOException {
    browser.driver().get(reader.address() + "/bookmarklet");
    String code = Objects.requireNonNull(browser.find(".drag").getDomAttribute("href"));
    String run =
        java.net.URLDecoder.decode(
            code.replaceFirst("^javascript:", ""), java.nio.charset.StandardCharsets.UTF_8);
    web.article("evil.example/page", "Elsewhere", "Some words worth keeping stand here.");
    browser.driver().get(web.gateway().replace("127.0.0.1", "evil.example") + "/evil.example/page");
    browser
        .driver()
        .executeScript("getSelection().selectAllChildren(document.querySelector('p'));");
    String before = browser.driver().getWindowHandle();
    browser.driver().executeScript(code.replaceFirst("^javascript:", ""));
    String other =
        browser.driver().getWindowHandles().stream()
            .filter(it -> !it.equals(before))
            .findFirst()
            .orElseThrow();
    browser.driver().switchTo().window(other);
    browser.waitFor("document.querySelector('#save-form')");
    assertEquals(
        "Some words worth keeping stand here.", browser.find("[name=quote]").getAttribute("value"));
    assertFalse(zhai("list").contains("evil.example"));
    browser.waitFor("document.documentElement.classList.contains('scripts')");
    browser.find("#save-form button").click();
    browser.waitFor("document.querySelector('main.entry')");
    assertTrue(zhai("search", "excerpt:\"worth keeping\"").contains("Elsewhere"));
    browser.driver().close();
    browser.driver().switchTo().window(before);
  }

  @Test
  void takesTheQueryAway() throws Exception {
    go("/?q=" + Link.encoded("tag:写作"));
    String address =
        Objects.requireNonNull(
            browser.find(".exports a[href*='format=markdown']").getAttribute("href"));
    browser
        .driver()
        .executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", folder.toString()));
    browser.driver().executeScript("document.querySelector('.exports').open = true");
    browser
        .driver()
        .executeScript("document.querySelector(\".exports a[href*='format=markdown']\").click()");
    Path file = folder.resolve("zhai-markdown.md");
    for (int i = 0; i < 200 && !Files.exists(file); i++) {
      go("/?q=" + Link.encoded("tag:写作"));
    }
    assertTrue(Files.readString(file).contains("先完成再完美"), address);
    assertTrue(
        reader.get("/export?format=site").header("content-disposition").contains("zhai-site.zip"));
  }

  @Test
  void coloursAListingAndKeepsTheExcerptInIt() throws IOException {
    web.html(
        "code.example/1",
        200,
        TestWeb.articleHtml(
            "一段代码",
            "下面的函数返回第一个词。",
            "</p><pre><code class=\"language-python\">def first(words):\n"
                + "    return words[0]\n\n"
                + "print(first(['a']))\n"
                + "</code></pre><p>上面的函数返回第一个词。"));
    zhai("add", "https://code.example/1", "-x", "(words):\n    return words");
    String id =
        zhai("show", "https://code.example/1", "--json").replaceFirst("\\D*(\\d+).*\\s*", "$1");
    go("/entry/" + id);
    browser.waitFor("document.querySelector('pre code .hljs-keyword')");
    assertEquals(
        "(words):\n    return words",
        browser.ask(
            "[...document.querySelectorAll('pre mark.excerpt')].map(it =>"
                + " it.textContent).join('')"));
    assertEquals("return", browser.ask("document.querySelector('.hljs-keyword mark').textContent"));
    assertEquals(1L, browser.ask("document.querySelectorAll('pre mark.excerpt[id]').length"));
  }

  @Test
  void readsAndFindsWithoutScripts() {
    browser
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.driver().get(reader.address() + "/");
      browser.find("#q").sendKeys("完美", Keys.ENTER);
      assertEquals("完美", browser.find(".passage mark").getText());
      browser.find(".row .open").click();
      assertEquals("他写在墙上的一句话", browser.find("mark.excerpt.exact").getText());
      assertTrue(browser.find("div.math").getText().contains("\\frac"));
      assertTrue(
          browser.driver().findElements(By.cssSelector(".actions")).stream()
              .noneMatch(WebElement::isDisplayed));
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void aPageAsItCameRunsNothing() throws Exception {
    web.html(
        "loud.example/1", 200, PAGE.replace("<h1>", "<script>document.title='ran'</script><h1>"));
    zhai("add", "https://loud.example/1");
    go("/?q=url:loud.example");
    browser.find(".row .open").click();
    browser.find("a.source").click();
    browser.waitFor("location.port !== '" + reader.port() + "'");
    assertEquals("先完成再完美", browser.driver().getTitle());
    assertEquals("null", browser.ask("self.origin"));
    browser.driver().manage().logs().get(LogType.BROWSER);
  }

  @Test
  void aNameThatIsMadeToMeanThisMachineGetsNothing() throws Exception {
    try (DrivenBrowser rebound =
        DrivenBrowser.with(folder.resolve("second")).name("rebound.example").open()) {
      rebound.driver().get("http://rebound.example:" + reader.port() + "/list");
      assertTrue(rebound.find("main").getText().contains("answers to no other name"));
      assertFalse(rebound.driver().getPageSource().contains("b.example"));
    }
    browser.driver().get("http://evil.example:" + reader.port() + "/list");
    assertFalse(browser.driver().getPageSource().contains("b.example"));
    browser.driver().manage().logs().get(LogType.BROWSER);
  }

  @Test
  void aPageOfAnotherSiteReadsAndChangesNothing() throws Exception {
    web.article("evil.example/attack", "x", "y");
    browser
        .driver()
        .get(web.gateway().replace("127.0.0.1", "evil.example") + "/evil.example/attack");
    Object told =
        browser
            .driver()
            .executeAsyncScript(
                """
                const [reader, done] = arguments;
                const post = (type, mode) => fetch(reader + "/api/v1/bookmarks/2", { method: "POST", mode,
                  credentials: "include", headers: { "Content-Type": type }, body: '{"title":"stolen"}' });
                const tries = [
                  fetch(reader + "/list", { credentials: "include" }),
                  fetch(reader + "/list", { credentials: "include", mode: "no-cors" }),
                  post("application/json", "cors"), post("text/plain", "no-cors"),
                ].map(it => it.then(answer => answer.type + answer.status, () => "refused"));
                const frame = document.createElement("iframe");
                frame.src = reader + "/list";
                frame.name = "other";
                document.body.append(frame);
                const form = Object.assign(document.createElement("form"),
                  { method: "post", action: reader + "/api/v1/bookmarks/2", enctype: "text/plain", target: "other" });
                form.append(Object.assign(document.createElement("input"), { name: '{"title":"stolen', value: '"}' }));
                document.body.append(form);
                frame.onload = () => {
                  frame.onload = () => Promise.all(tries).then(all => done(all.join(" ")));
                  form.submit();
                };
                """,
                reader.address());
    assertTrue(
        Objects.toString(told).matches("refused (opaque0|refused) refused (opaque0|refused)"),
        Objects.toString(told));
    assertFalse(zhai("list").contains("stolen"));
    browser.driver().manage().logs().get(LogType.BROWSER);
  }
}
