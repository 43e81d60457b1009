package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebDriverException;

/// That a driven browser shows what tests rely on: a page as a person sees it, an extension that is
/// loaded, nobody asked by name, and what is wrong with a page for those who don't see it.
class DrivenBrowserTest {
  private static final String PAGE =
      "<!DOCTYPE html><html lang=en><title>t</title>"
          + "<meta name=viewport content=width=device-width><main><h1>A page</h1>%s</main>";

  @TempDir private static Path folder;
  private static DrivenBrowser browser;
  private static HttpServer server;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(DrivenBrowser.isInstalled(), "no Chromium with chromedriver is installed here");
    Path extension = Files.createDirectories(folder.resolve("extension"));
    Files.writeString(
        extension.resolve("manifest.json"),
        """
        {"manifest_version": 3, "name": "a sign", "version": "1",
         "content_scripts": [{"matches": ["http://127.0.0.1/*"], "js": ["sign.js"]}]}
        """);
    Files.writeString(extension.resolve("sign.js"), "document.title = 'signed';");
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", DrivenBrowserTest::answer);
    server.start();
    browser =
        DrivenBrowser.with(folder.resolve("profile"))
            .extension(extension)
            .name("here.example")
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
      server.stop(0);
    }
  }

  @Test
  void loadsAnExtension() {
    browser.driver().get(address("127.0.0.1"));
    browser.waitFor("document.title === 'signed'");
  }

  @Test
  void knowsOnlyTheNamesItWasGiven() {
    browser.driver().get(address("here.example"));
    assertEquals("A page", browser.find("h1").getText());
    WebDriverException unknown =
        assertThrows(
            WebDriverException.class, () -> browser.driver().get("http://elsewhere.example/"));
    assertTrue(unknown.getMessage().contains("ERR_NAME_NOT_RESOLVED"), unknown.getMessage());
  }

  @Test
  void isDarkAndAsWideAsAPhone() throws Exception {
    show("");
    browser.dark(true).phone();
    assertEquals(true, browser.ask("matchMedia('(prefers-color-scheme: dark)').matches"));
    assertEquals(390L, browser.ask("innerWidth"));
    browser.dark(false).sized(1280, 900);
    assertEquals(false, browser.ask("matchMedia('(prefers-color-scheme: dark)').matches"));
  }

  @Test
  void tellsWhatIsWrongForThoseWhoDontSeeThePage() throws Exception {
    show("<p>text</p>");
    assertEquals(List.of(), browser.violations());
    show("<img src=x.png>");
    assertTrue(browser.violations().toString().contains("image-alt: <img"));
  }

  private static String address(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = PAGE.formatted("").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void show(String more) throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), PAGE.formatted(more));
    browser.driver().get(page.toUri().toString());
  }
}
