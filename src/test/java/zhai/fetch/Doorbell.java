package zhai.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A private place that must not be visited: counts the connections it accepts, and hangs up.
final class Doorbell implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger rings = new AtomicInteger();

  Doorbell() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  int rings() {
    return rings.get();
  }

  private void listen() {
    try {
      while (true) {
        server.accept().close();
        rings.incrementAndGet();
      }
    } catch (IOException e) {
      rings.addAndGet(server.isClosed() ? 0 : 1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
