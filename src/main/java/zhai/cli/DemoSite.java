package zhai.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The small web of the demo: pages that come with the program, served on loopback in the place of
/// the sites they imitate. A request's path begins with the host that is meant.
final class DemoSite implements AutoCloseable {
  /// A page of this web.
  ///
  /// @param file among the program's resources, in UTF-8
  /// @param charset that it is sent in
  private record DemoPage(int status, String file, String charset) {}

  private static final Map<String, DemoPage> PAGES =
      Map.of(
          "/www.zhihu.com/question/600000001/answer/3000000001",
          new DemoPage(200, "zhihu-answer.html", "UTF-8"),
          "/www.zhihu.com/question/600000002/answer/3000000002",
          new DemoPage(403, "zhihu-captcha.html", "UTF-8"),
          "/mp.weixin.qq.com/s/demo-yan-bian-tu-shu-guan",
          new DemoPage(200, "weixin-article.html", "UTF-8"),
          "/blog.example.org/2026/01/small-models",
          new DemoPage(200, "blog-post.html", "UTF-8"),
          "/news.example.cn/2026/0104/1024.html",
          new DemoPage(200, "news-gbk.html", "GB18030"));

  private final HttpServer server;

  private DemoSite(HttpServer server) {
    this.server = server;
  }

  static DemoSite open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", DemoSite::answer);
    server.start();
    return new DemoSite(server);
  }

  /// Where it listens: the gateway that stands in for the web.
  String gateway() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// A page's text, as it was written.
  static String page(String file) {
    try (InputStream in = DemoSite.class.getResourceAsStream("demo/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the demo's page " + file + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      DemoPage page = PAGES.get(exchange.getRequestURI().getPath());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page(page.file()).getBytes(Charset.forName(page.charset()));
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(page.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
