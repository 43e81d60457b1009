package zhai.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.cli.Zhai;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.fetch.Provenance;
import zhai.library.ImageSource;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.PageSource;
import zhai.library.Parts;
import zhai.library.TimedExtractor;
import zhai.loopback.TestWeb;

/// A reader of a library in a folder, with a {@link TestWeb} as its web, and a client that sends
/// exactly what a test says, byte for byte.
public final class TestReader implements AutoCloseable {
  private static final int MILLIS = 20_000;

  private static final Pattern HOST = Pattern.compile("(?im)^host:");
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

  private final Library library;
  private final ReaderServer server;

  public TestReader(Path folder, TestWeb web) throws IOException {
    InstantSource clock = InstantSource.fixed(Zhai.NOW);
    Parts parts =
        new Parts(
            new TimedExtractor(() -> new Extractor(SiteReaders.all())),
            clock,
            ZoneId.of("Asia/Shanghai"),
            "serve");
    library = Library.create(new LibraryFolder(folder), parts);
    FetchOptions options = FetchOptions.defaults().withGateway(web.gateway());
    server =
        ReaderServer.open(
            library,
            () -> {
              Fetcher fetcher = new Fetcher(options, clock);
              return new Web(
                  new PageSource.Network(fetcher, Provenance.COLLECTED),
                  new ImageSource.Network(fetcher));
            },
            0);
  }

  public Library library() {
    return library;
  }

  ReaderServer server() {
    return server;
  }

  /// Without a slash at its end.
  public String address() {
    return server.address().replaceFirst("/$", "");
  }

  public String entrance() {
    return server.entrance();
  }

  public String token() {
    return server.token();
  }

  int port() {
    return URI.create(address()).getPort();
  }

  int sourcePort() {
    return URI.create(server.sourceAddress()).getPort();
  }

  /// An answer as it came.
  ///
  /// @param headers by their names in lower case
  record Came(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /// A GET as another program sends one.
  Came get(String path) throws IOException {
    return send("GET " + path, "Zhai-Token: " + token(), "");
  }

  /// A POST as another program sends one.
  Came post(String path, String json) throws IOException {
    return send(
        "POST " + path, "Zhai-Token: " + token() + "\nContent-Type: application/json", json);
  }

  /// Any request.
  ///
  /// @param headers on lines; those of our port and the body's length are added unless they are
  ///   there
  Came send(String methodAndPath, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(methodAndPath).append(" HTTP/1.1\n").append(headers);
    head.append(headers.isEmpty() ? "" : "\n");
    if (!HOST.matcher(headers).find()) {
      head.append("Host: 127.0.0.1:").append(port()).append('\n');
    }
    if (bytes.length > 0) {
      head.append("Content-Length: ").append(bytes.length).append('\n');
    }
    head.append("Connection: close\n\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    request.write(bytes);
    return exchange(port(), request.toByteArray());
  }

  /// Sends bytes to a port of ours and reads the answer to its end.
  static Came exchange(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /// A character is a byte. Up to the length that is announced, or to the end: a server may leave
  /// the connection open.
  private static String all(InputStream in) throws IOException {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    int wanted = Integer.MAX_VALUE;
    for (int next = in.read(); next >= 0; next = in.read()) {
      came.write(next);
      if (next == '\n' && came.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        Matcher length = LENGTH.matcher(came.toString(StandardCharsets.ISO_8859_1));
        wanted = length.find() ? Integer.parseInt(length.group(1)) : wanted;
        break;
      }
    }
    came.write(in.readNBytes(wanted));
    return came.toString(StandardCharsets.ISO_8859_1);
  }

  private static Came read(InputStream in) throws IOException {
    String all = all(in);
    int end = all.indexOf("\r\n\r\n");
    String[] head = all.substring(0, Math.max(0, end)).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < head.length; i++) {
      String[] parts = head[i].split(": ?", 2);
      headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (a, b) -> a + "\n" + b);
    }
    boolean isChunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
    int status = head[0].isEmpty() ? 0 : Integer.parseInt(head[0].split(" ")[1]);
    String body = end < 0 ? "" : all.substring(end + 4);
    String whole = isChunked ? joined(body) : body;
    byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
    return new Came(status, headers, new String(bytes, StandardCharsets.UTF_8));
  }

  /// The chunks of a body put together; the last one is empty.
  ///
  /// @throws IOException if the body was cut before that
  private static String joined(String chunked) throws IOException {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < chunked.length()) {
      int end = chunked.indexOf("\r\n", at);
      int length = Integer.parseInt(chunked.substring(at, end), 16);
      if (length == 0) {
        return whole.toString();
      }
      int from = end + 2;
      whole.append(chunked, from, Math.min(chunked.length(), from + length));
      at = from + length + 2;
    }
    throw new IOException("the body was cut");
  }

  @Override
  public void close() {
    server.close();
    library.close();
  }
}
