package zhai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  /// Of a body that is written while it is sent.
  private static final int PIECE_BYTES = 64 << 10;

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

  /// Unless whoever started the program says otherwise.
  private static void limit(String name, int value) {
    String property = "sun.net.httpserver." + name;
    System.setProperty(property, System.getProperty(property, Integer.toString(value)));
  }

  int port() {
    return server.getAddress().getPort();
  }

  void start(Answering answering) {
    server.createContext(
        "/",
        exchange -> {
          send(exchange, answering.answer(exchange));
          // Not where it failed: a body that was cut would end as if it were whole.
          exchange.close();
        });
    server.start();
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.headers().forEach(headers::set);
    boolean isBare = exchange.getRequestMethod().equals("HEAD") || reply.status() == 304;
    switch (reply.body()) {
      case Reply.Whole(Bytes bytes) -> {
        int length = bytes.size();
        if (length > 0) {
          headers.set("Content-Type", reply.type());
        }
        if (isBare) {
          headers.set("Content-Length", Integer.toString(length));
        }
        exchange.sendResponseHeaders(reply.status(), isBare || length == 0 ? -1 : length);
        if (!isBare) {
          exchange.getResponseBody().write(bytes.toArray());
          // Now, not when the exchange is closed: before that it waits for the rest of a body.
          exchange.getResponseBody().flush();
        }
      }
      case Reply.Streamed(Reply.Writing writing) -> {
        headers.set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), isBare ? -1 : 0);
        if (!isBare) {
          OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), PIECE_BYTES);
          writing.to(out);
          out.flush();
        }
      }
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
