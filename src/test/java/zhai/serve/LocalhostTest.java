package zhai.serve;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// What can reach the reader on this machine, and what it gets: pages of other sites, names that
/// are made to mean 127.0.0.1, other users, forms, floods. Whether anything was changed is told by
/// the library's file, not by the answer.
class LocalhostTest {
  private static final String BODY = "{\"title\":\"changed\"}";

  @TempDir private Path folder;
  private TestWeb web;
  private TestReader reader;
  private String cookie;
  private String page;

  @BeforeEach
  void open() throws Exception {
    web = new TestWeb();
    Path library = folder.resolve("library");
    web.article("a.example/1", "第一页", "先完成，再完美，是他写下的第一句话。");
    Zhai zhai = new Zhai(library, web);
    assertEquals(
        0, zhai.run("add", "https://a.example/1", "-x", "先完成，再完美", "-t", "rag", "-n", "n").code());
    reader = new TestReader(library, web);
    TestReader.Came entered = reader.send("GET " + path(reader.entrance()), "", "");
    cookie = entered.header("set-cookie").replaceFirst(";.*", "");
    String start = reader.send("GET /", "Cookie: " + cookie, "").body();
    page = start.replaceFirst("(?s).*name=\"zhai-key\" content=\"([^\"]+)\".*", "$1");
  }

  @AfterEach
  void close() {
    reader.close();
    web.close();
  }

  private static String path(String address) {
    return address.replaceFirst("http://[^/]+", "");
  }

  /// A row of `door.txt`.
  private record Row(int status, String request, String headers) {}

  private List<Row> rows() throws IOException {
    try (InputStream in = LocalhostTest.class.getResourceAsStream("door.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      String made =
          text.replaceAll("(?m)^#.*\n", "")
              .replace("{host}", "127.0.0.1:" + reader.port())
              .replace("{port}", Integer.toString(reader.port()))
              .replace("{token}", reader.token())
              .replace("{cookie}", cookie)
              .replace("{page}", page);
      List<Row> rows = new ArrayList<>();
      for (String block : made.strip().split("\n{2,}")) {
        String[] parts = block.strip().split("\n", 2);
        int space = parts[0].indexOf(' ');
        rows.add(
            new Row(
                Integer.parseInt(parts[0].substring(0, space)),
                parts[0].substring(space + 1),
                parts.length == 1 ? "" : parts[1]));
      }
      return rows;
    }
  }

  @Test
  void onlyWhoMayComeInComesIn() throws Exception {
    List<Row> rows = rows();
    assertTrue(rows.size() > 70, () -> rows.size() + " rows");
    String before = content();
    List<String> wrong = new ArrayList<>();
    for (Row row : rows) {
      boolean post = row.request.startsWith("POST");
      TestReader.Came came = reader.send(row.request, row.headers, post ? BODY : "");
      boolean changed = !content().equals(before);
      boolean mayChange = post && row.status == 200;
      if (came.status() != row.status || (changed && !mayChange)) {
        wrong.add("%s → %d, changed: %s".formatted(row, came.status(), changed));
      }
      assertFalse(came.headers().keySet().stream().anyMatch(it -> it.startsWith("access-control")));
      if (mayChange) {
        reader.post("/api/v1/bookmarks/1", "{\"title\":\"\"}");
        before = content();
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyAnswerIsProtected() throws Exception {
    for (Row row : rows()) {
      TestReader.Came came = reader.send(row.request, row.headers, "");
      String policy = came.header("content-security-policy");
      assertAll(
          row::toString,
          () -> assertTrue(policy.startsWith("default-src 'none';"), policy),
          () -> assertTrue(policy.contains("frame-ancestors 'none'"), policy),
          () -> assertFalse(policy.contains("unsafe"), policy),
          () -> assertEquals("nosniff", came.header("x-content-type-options")),
          () -> assertEquals("no-referrer", came.header("referrer-policy")));
    }
  }

  @Test
  void theCookieIsForUsAlone() throws Exception {
    TestReader.Came entered = reader.send("GET " + path(reader.entrance()), "", "");
    assertEquals(303, entered.status());
    assertEquals("/", entered.header("location"));
    assertTrue(
        entered.header("set-cookie").endsWith("; Path=/; HttpOnly; SameSite=Strict"),
        entered.toString());
    assertFalse(cookie.contains(reader.token()));
    assertFalse(reader.entrance().contains(reader.token()));
  }

  @Test
  void keysDieWithTheServerAndTheTokenStays() throws Exception {
    String entrance = path(reader.entrance());
    String token = reader.token();
    reader.close();
    reader = new TestReader(folder.resolve("library"), web);
    String old = cookie.replaceFirst("zhai-\\d+", "zhai-" + reader.port());
    assertEquals(401, reader.send("GET " + entrance, "", "").status());
    assertEquals(401, reader.send("GET /", "Cookie: " + old, "").status());
    assertEquals(token, reader.token());
  }

  @Test
  void theTokenIsForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("library/serve.token");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    reader.close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    reader = new TestReader(folder.resolve("library"), web);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /// Every address of the reader, read by a person who is in and by nobody.
  @Test
  void readingChangesNothing() throws Exception {
    String before = content();
    for (Route route : reader.server().routes()) {
      String path = route.pattern().replace("{name}", "reader.js").replaceAll("\\{[a-z]+\\}", "1");
      for (String query : List.of("", "?q=rag", "?url=https://b.example/&title=t&format=site")) {
        for (String method : List.of("GET ", "HEAD ")) {
          reader.send(method + path + query, "Cookie: " + cookie, "");
          reader.send(method + path + query, "", "");
        }
      }
    }
    assertEquals(before, content());
    assertEquals(1, reader.library().outlines(List.of(1L, 2L)).size());
  }

  /// The files of the truth; the log is SQLite's part of it.
  private String content() throws IOException {
    List<String> hashes = new ArrayList<>();
    for (String name : List.of("library.db", "library.db-wal")) {
      Path file = folder.resolve("library").resolve(name);
      hashes.add(Files.exists(file) ? sha256(Files.readAllBytes(file)) : "none");
    }
    return hashes.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(it -> !it.isLoopbackAddress())
            .toList();
    List<InetAddress> all =
        Stream.concat(others.stream(), Stream.of(InetAddress.ofLiteral("::1"))).toList();
    for (InetAddress other : all) {
      for (int port : List.of(reader.port(), reader.sourcePort())) {
        assertThrows(SocketException.class, () -> new Socket(other, port).close(), other::toString);
      }
    }
    assertThrows(
        ConnectException.class,
        () -> new Socket(InetAddress.ofLiteral("127.0.0.2"), reader.port()).close());
  }

  @Test
  void aGigabyteIsNotRead() throws Exception {
    String head =
        "POST /api/v1/bookmarks HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nZhai-Token: %s\r\n"
                .formatted(reader.port(), reader.token())
            + "Content-Type: application/json\r\n";
    byte[] announced =
        (head + "Content-Length: 1073741824\r\nConnection: close\r\n\r\n{\"url\":\"")
            .getBytes(StandardCharsets.US_ASCII);
    TestReader.Came came = TestReader.exchange(reader.port(), announced);
    assertEquals(413, came.status());
    assertTrue(came.body().contains("1,048,576 bytes at most"), came.body());
    assertTrue(endless(head + "Transfer-Encoding: chunked\r\n\r\n") < 64 << 20);
    assertEquals(200, reader.get("/api/v1/status").status());
  }

  /// Sends chunks until the server hangs up.
  ///
  /// @return how many bytes it took
  private long endless(String head) throws IOException {
    byte[] chunk = ("10000\r\n" + "a".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), reader.port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      while (sent < 1 << 30) {
        socket.getOutputStream().write(chunk);
        sent += chunk.length;
      }
    } catch (SocketException _) {
      // it hung up
    }
    return sent;
  }

  @Test
  void aThousandIdleConnectionsHurtNobody() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), reader.port());
        idle.add(socket);
        if (i % 2 == 0) {
          socket
              .getOutputStream()
              .write("GET / HTTP/1.1\r\nHost: 1".getBytes(StandardCharsets.US_ASCII));
        }
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(200, reader.get("/api/v1/search?q=rag").status());
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void aPageAsItCameIsInASandboxOnAnotherOrigin() throws Exception {
    byte[] request =
        "GET /page/1/source HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\nConnection: close\r\n\r\n"
            .formatted(reader.sourcePort(), cookie)
            .getBytes(StandardCharsets.US_ASCII);
    TestReader.Came came = TestReader.exchange(reader.sourcePort(), request);
    assertEquals(200, came.status());
    assertTrue(came.body().contains("第一页"));
    List<String> policy = Arrays.asList(came.header("content-security-policy").split("; "));
    assertTrue(policy.containsAll(List.of("sandbox", "default-src 'none'", "form-action 'none'")));
    assertFalse(policy.toString().contains("allow-"), policy::toString);
    assertEquals(404, reader.get("/page/1/source").status());
    byte[] stranger =
        "GET /page/1/source HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
            .formatted(reader.sourcePort())
            .getBytes(StandardCharsets.US_ASCII);
    assertEquals(401, TestReader.exchange(reader.sourcePort(), stranger).status());
  }
}
