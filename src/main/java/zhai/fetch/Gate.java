package zhai.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A browser's only way out: a proxy on loopback, whose connections are guarded like our own.
///
/// Without it a page could have the browser ask private addresses: by a redirect, an image, a
/// script, or a name that answers differently the second time. It speaks just what a browser says
/// to a proxy (RFC 9110 §9.3.6 `CONNECT`, RFC 9112 §3.2.2 absolute addresses), one request for each
/// connection.
final class Gate implements AutoCloseable {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ServerSocket door;
  private final Reach reach;
  private final Level ceiling;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable IOException> firstFailure = new AtomicReference<>();

  private Gate(ServerSocket door, Reach reach, Level ceiling) {
    this.door = door;
    this.reach = reach;
    this.ceiling = ceiling;
  }

  /// Opens a gate to what is no more private than the ceiling.
  static Gate open(Reach reach, Level ceiling) throws IOException {
    Gate gate = new Gate(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), reach, ceiling);
    Thread.ofVirtual().name("gate").start(gate::serve);
    return gate;
  }

  /// Its address, as a browser wants it.
  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /// What kept the first connection that failed from being made: with an empty page, the page's.
  Optional<IOException> firstFailure() {
    return Optional.ofNullable(firstFailure.get());
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        connections.add(client);
        Thread.ofVirtual().start(() -> handle(client));
      } catch (IOException e) {
        firstFailure.compareAndSet(null, e);
      }
    }
  }

  private void handle(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      List<String> head = readHead(in).lines().toList();
      pass(client, in, head);
    } catch (IOException e) {
      firstFailure.compareAndSet(null, e);
    } finally {
      connections.remove(client);
    }
  }

  private void pass(Socket client, InputStream in, List<String> head) throws IOException {
    String[] line = head.getFirst().split(" ", 3);
    boolean tunnel = line[0].equals("CONNECT");
    HttpUrl target = line.length < 3 ? null : HttpUrl.parse((tunnel ? "https://" : "") + line[1]);
    if (target == null) {
      throw new IOException("not a request to a proxy");
    }
    try (Socket server = reach.connect(target, ceiling)) {
      connections.add(server);
      if (tunnel) {
        send(client, "HTTP/1.1 200 Connected" + END_OF_HEAD);
      } else {
        send(server, direct(line[0], target, head));
      }
      Thread.ofVirtual().start(() -> pump(in, server));
      server.getInputStream().transferTo(client.getOutputStream());
      connections.remove(server);
    } catch (IOException e) {
      firstFailure.compareAndSet(null, e);
      send(
          client,
          "HTTP/1.1 502 Not reached\r\nContent-Length: 0\r\nConnection: close" + END_OF_HEAD);
    }
  }

  /// The head as the server itself wants it: without the host, and for this one request.
  private static String direct(String method, HttpUrl target, List<String> head) {
    String query = target.encodedQuery() == null ? "" : "?" + target.encodedQuery();
    StringBuilder text =
        new StringBuilder(method + " " + target.encodedPath() + query + " HTTP/1.1");
    for (String field : head.subList(1, head.size())) {
      String name = field.toLowerCase(Locale.ROOT);
      if (!field.isEmpty() && !name.startsWith("proxy-") && !name.startsWith("connection:")) {
        text.append("\r\n").append(field);
      }
    }
    return text + "\r\nConnection: close" + END_OF_HEAD;
  }

  private void pump(InputStream in, Socket server) {
    try {
      in.transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException e) {
      firstFailure.compareAndSet(null, e);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END_OF_HEAD.length()) {
      int next = in.read();
      if (next < 0 || head.size() > MAX_HEAD_BYTES) {
        throw new IOException("no request came");
      }
      head.write(next);
      matched = next == END_OF_HEAD.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /// Ends all connections.
  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : connections) {
      socket.close();
    }
  }
}
