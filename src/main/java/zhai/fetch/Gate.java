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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/// A browser's only way out: a proxy on loopback, whose connections are guarded like our own.
///
/// Without it a page could have the browser ask private addresses: by a redirect, an image, a
/// script, or a name that answers differently the second time. It speaks just what a browser says
/// to a proxy (RFC 9110 §9.3.6 `CONNECT`, RFC 9112 §3.2.2 absolute addresses), one request for each
/// connection.
final class Gate implements AutoCloseable {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final Set<String> BETWEEN_NEIGHBOURS =
      Set.of("connection", "keep-alive", "proxy-connection", "proxy-authorization");
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ServerSocket door;
  private final Reach reach;
  private final Level ceiling;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  /// By host; the ends of the browser's own connections, which nobody asks for, under no name.
  private final Map<String, IOException> failures = new ConcurrentHashMap<>();

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

  /// What kept a page of that host from being reached: its own failure, else the first refusal on
  /// the way that it led. Browsers ask their makers' hosts too, whose failures say nothing.
  Optional<IOException> failureOf(String host) {
    return Optional.ofNullable(failures.get(host))
        .or(() ->
            failures.values().stream()
                .filter(RefusedAddressException.class::isInstance)
                .findFirst());
  }

  private void serve() {
    try {
      while (true) {
        Socket client = door.accept();
        connections.add(client);
        Thread.ofVirtual().start(() -> handle(client));
      }
    } catch (IOException closed) {
      failures.put("", closed);
    }
  }

  private void handle(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      pass(client, in, readHead(in).lines().toList());
    } catch (IOException hungUp) {
      failures.put("", hungUp);
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
      InputStream answer = new BufferedInputStream(server.getInputStream());
      if (tunnel) {
        send(client, "HTTP/1.1 200 Connected" + END_OF_HEAD);
        Thread.ofVirtual().start(() -> pump(in, server));
      } else {
        String path = target.encodedPath() + query(target);
        send(server, once(line[0] + " " + path + " HTTP/1.1", head));
        Thread.ofVirtual().start(() -> pump(in, server));
        List<String> answered = readHead(answer).lines().toList();
        send(client, once(answered.getFirst(), answered));
      }
      answer.transferTo(client.getOutputStream());
      connections.remove(server);
    } catch (IOException e) {
      failures.putIfAbsent(target.host(), e);
      send(
          client,
          "HTTP/1.1 502 Not reached\r\nContent-Length: 0\r\nConnection: close" + END_OF_HEAD);
    }
  }

  private static String query(HttpUrl target) {
    return target.encodedQuery() == null ? "" : "?" + target.encodedQuery();
  }

  /// The head with another first line, and so that neither side sends a second request or answer
  /// over the same connection: that one might be meant for another host.
  private static String once(String firstLine, List<String> head) {
    StringBuilder text = new StringBuilder(firstLine);
    for (String field : head.subList(1, head.size())) {
      String name = field.substring(0, Math.max(0, field.indexOf(':'))).toLowerCase(Locale.ROOT);
      if (!field.isEmpty() && !BETWEEN_NEIGHBOURS.contains(name)) {
        text.append("\r\n").append(field);
      }
    }
    return text + "\r\nConnection: close" + END_OF_HEAD;
  }

  private void pump(InputStream in, Socket server) {
    try {
      in.transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException hungUp) {
      failures.put("", hungUp);
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
