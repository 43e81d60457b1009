package zhai.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A server on this machine that answers under every name that a browser was told it has.
final class NamedHosts implements AutoCloseable {
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final HttpServer server;

  NamedHosts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  Set<String> names() {
    return pages.keySet().stream()
        .map(place -> place.replaceFirst("/.*", ""))
        .collect(Collectors.toSet());
  }

  /// @param place host and path, such as `www.zhihu.com/question/1`; the query doesn't count
  NamedHosts page(String place, String html) {
    pages.put(place, html);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String html = pages.get(host + exchange.getRequestURI().getPath());
      if (html == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = html.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
