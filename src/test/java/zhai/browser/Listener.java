package zhai.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/// A place on this machine that payloads lead to. It counts who comes, and hangs up.
final class Listener implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger visits = new AtomicInteger();

  Listener() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::listen);
  }

  /// Ends with a slash.
  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  int visits() {
    return visits.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket _ = socket.accept()) {
        visits.incrementAndGet();
      } catch (SocketException _) {
        // closed: the loop ends
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
