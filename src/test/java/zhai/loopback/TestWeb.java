package zhai.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import zhai.model.Bytes;

/// A small web on loopback, whose pages a test writes while it runs.
public final class TestWeb implements AutoCloseable {
  private record TestPage(int status, String location, String type, Bytes body) {}

  private static final String HTML = "text/html; charset=utf-8";

  private final Map<String, TestPage> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public TestWeb() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String gateway() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Lets an address (without its scheme) answer with an article.
  public TestWeb article(String address, String title, String... paragraphs) {
    return html(address, 200, articleHtml(title, paragraphs));
  }

  public TestWeb html(String address, int status, String html) {
    pages.put("/" + address, new TestPage(status, "", HTML, Bytes.ofUtf8(html)));
    return this;
  }

  /// Lets an address answer with bytes that are called an image.
  public TestWeb picture(String address, String type, Bytes bytes) {
    pages.put("/" + address, new TestPage(200, "", type, bytes));
    return this;
  }

  /// The addresses that were asked for, without their scheme, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public TestWeb redirect(String address, String location) {
    pages.put("/" + address, new TestPage(302, location, HTML, Bytes.ofUtf8("")));
    return this;
  }

  /// A page that is plainly an article: enough text for any reader.
  public static String articleHtml(String title, String... paragraphs) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><html><head><meta charset=utf-8><title>%s</title></head><body><article><h1>%s</h1>"
                .formatted(title, title));
    for (String paragraph : paragraphs) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    return html.append(FILLER).append("</article></body></html>").toString();
  }

  private static final String FILLER =
      """
      <p>为了让这一页在任何读者看来都是一篇文章，这里再写几句闲话：天气很好，窗外的银杏刚刚落完叶子，\
      街上的人走得不快不慢，面包店的门开了又关。</p>
      <p>下午的光线斜着照进来，落在桌上的书脊上。有人在楼下练琴，总是在同一个小节停下来，再从头开始。</p>
      """;

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().toString().substring(1));
      TestPage page = pages.get(exchange.getRequestURI().toString());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page.body().toArray();
      exchange.getResponseHeaders().set("Content-Type", page.type());
      if (!page.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", page.location());
      }
      exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
