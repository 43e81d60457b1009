package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.exchange.JsonText;
import zhai.loopback.TestWeb;

/// The same extension in a real Firefox: its button, its popup, its way to the program. What it
/// does with pages is the same code as in Chromium, see {@link ExtensionTest}.
class FirefoxTest {
  private static final String ID = "extension@zhai";

  @TempDir private Path folder;

  private static HttpServer serving(String html) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
    return server;
  }

  @Test
  void savesThePageWithTheSelectionByItsPopup() throws Exception {
    assumeTrue(Firefox.installed().isPresent(), "no Firefox is installed here");
    InstalledExtension extension = InstalledExtension.in(folder);
    extension.install("firefox", folder.resolve("home/.mozilla/native-messaging-hosts"));
    HttpServer web = serving(TestWeb.articleHtml("乡镇图书馆", "书不怕旧，怕没人翻。一位管理员说。"));
    String address = "http://127.0.0.1:%d/plain".formatted(web.getAddress().getPort());
    try (Firefox firefox = new Firefox(folder.resolve("home"))) {
      firefox.load(Path.of("src/extension"));
      firefox.open(address);
      firefox.ask(
          "getSelection().setBaseAndExtent(document.querySelector('p').firstChild, 0,"
              + " document.querySelector('p').firstChild, 9)");
      firefox.press(ID);
      assertEquals(
          "Not in the library yet.",
          firefox
              .waitForPopup(
                  "document.body.dataset.ready && document.getElementById('state').innerText")
              .asText());
      firefox.waitForPopup("document.getElementById('note').value = '火狐里记的'");
      firefox.waitForPopup("(document.getElementById('save').click(), true)");
      String outcome =
          firefox
              .waitForPopup(
                  "!document.getElementById('save').disabled"
                      + " && document.getElementById('outcome').innerText")
              .asText();
      assertEquals("Stored as 1 · read · 乡镇图书馆 · excerpts: 1 exact", outcome);
    } finally {
      web.stop(0);
    }
    JsonNode entry = JsonText.parse(extension.zhai().run("show", "1", "--json").out().strip());
    assertEquals(address, entry.path("url").asText());
    assertEquals("书不怕旧，怕没人翻", entry.at("/excerpts/0/quote").asText());
    assertEquals("火狐里记的", entry.at("/notes/0/text").asText());
  }
}
