package zhai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import zhai.model.Bytes;

/// A port of this machine that answers by HTTP, to this machine only.
///
/// Every connection costs a little memory and no thread while it is silent. A request has to be
/// there within {@link #SECONDS}, a body is read up to its limit and no further.
final class Loopback implements AutoCloseable {
  private static final int SECONDS = 30;

  /// Requests that wait to be accepted.
  private static final int BACKLOG = 128;

  static {
    // The JDK's server takes its limits from here only, when it is first used.
    limit("maxReqTime", SECONDS);
    limit("maxRspTime", 10 * SECONDS);
    limit("idleInterval", SECONDS);
    limit("maxReqHeaders", 100);
    limit("maxReqHeaderSize", 64 << 10);
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// What answers.
  @FunctionalInterface
  interface Answering {
    Reply answer(HttpExchange exchange) throws IOException;
  }

  /// Takes a port, and answers nothing yet.
  ///
  /// @param port 0 for any that is free
  /// @throws java.net.BindException if somebody else has it
  Loopback(int port) throws IOException {
    // Never by name or as "any": only the one address that nobody else's packets can come from.
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    server.setExecutor(threads);
  }

  private static void limit(String name, int value) {
    System.setProperty("sun.net.httpserver." + name, Integer.toString(value));
  }

  int port() {
    return server.getAddress().getPort();
  }

  void start(Answering answering) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            send(exchange, answering.answer(exchange));
          }
        });
    server.start();
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.headers().forEach(headers::set);
    int length = reply.body().size();
    if (length > 0) {
      headers.set("Content-Type", reply.type());
    }
    if (exchange.getRequestMethod().equals("HEAD") || reply.status() == 304) {
      headers.set("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(reply.body().toArray());
      // Now, not when the exchange is closed: before that it waits for the rest of a body.
      exchange.getResponseBody().flush();
    }
  }

  /// The body of a request.
  ///
  /// @throws HttpFailure if it is longer than that; what announces to be far longer is not read
  static Bytes body(HttpExchange exchange, int maxBytes) throws IOException {
    String announced = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean isFarTooLong =
        announced != null
            && (!announced.matches("\\d{1,9}") || Integer.parseInt(announced) > 4 * maxBytes);
    if (isFarTooLong) {
      throw tooLong(exchange, maxBytes);
    }
    // Left open: to close it is to wait for what was announced.
    byte[] body = exchange.getRequestBody().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      if (announced != null) {
        // To its end, so that whoever sends a little too much hears the answer.
        exchange.getRequestBody().skipNBytes(Integer.parseInt(announced) - body.length);
      }
      throw tooLong(exchange, maxBytes);
    }
    return Bytes.of(body);
  }

  private static HttpFailure tooLong(HttpExchange exchange, int maxBytes) {
    exchange.getResponseHeaders().set("Connection", "close");
    return new HttpFailure(413, "a request holds %,d bytes at most".formatted(maxBytes));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
