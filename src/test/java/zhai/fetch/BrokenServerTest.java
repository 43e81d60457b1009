package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.model.Bytes;

/// Answers that no proper server library can be brought to give.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrokenServerTest {

  /// Sends the same bytes to everyone who asks, then hangs up.
  private record RawServer(ServerSocket socket, byte[] answer) implements AutoCloseable {
    static RawServer open(byte[] answer) throws IOException {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      RawServer server = new RawServer(socket, answer);
      Thread.ofVirtual().start(server::serve);
      return server;
    }

    String address() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          int read = client.getInputStream().read(new byte[8192]);
          OutputStream out = client.getOutputStream();
          out.write(answer, 0, read < 0 ? 0 : answer.length);
        } catch (IOException e) {
          assertNotNull(e);
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static final Fetcher FETCHER = Trial.fetcher();

  @AfterAll
  static void close() {
    FETCHER.close();
  }

  private static FetchOutcome fetch(byte[] answer) throws IOException {
    try (RawServer server = RawServer.open(answer)) {
      return FETCHER.fetch(FetchRequest.named(server.address()));
    }
  }

  private static FetchOutcome fetch(String answer) throws IOException {
    return fetch(
        answer
            .replace("\\r", "\r")
            .replace("\\n", "\n")
            .replace("\\0", "\0")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | LOST",
        "HTTP/1.1 200 OK\\r\\n | LOST",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nshort | LOST",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nabcde\\r\\n | LOST",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\nabcde\\r\\n | BODY",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-5\\r\\nabcde\\r\\n | BODY",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nfffffffffffffff0\\r\\nabc |"
            + " PROTOCOL",
        "SSH-2.0-OpenSSH_9.9\\r\\n | PROTOCOL",
        "HTTP/1.1 twohundred\\r\\n\\r\\n | PROTOCOL",
        "HTTP/3.7 200 OK\\r\\n\\r\\n | PROTOCOL",
        "HTTP/1.1 204 No Content\\r\\nContent-Length: 4\\r\\n\\r\\nbody | PROTOCOL"
      })
  void saysWhatIsWrongWithAnAnswer(String answer, Reason reason) throws IOException {
    assertEquals(reason, assertInstanceOf(Unreachable.class, fetch(answer)).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.0 200 OK\\r\\n\\r\\nto the end | to the end",
        "HTTP/1.1 200\\r\\nContent-Length: 4\\r\\n\\r\\nmore than four | more",
        "HTTP/1.1 200 OK\\nContent-Length: 4\\n\\nbare | bare",
        "HTTP/1.1 200 OK\\r\\nX-Nul: a\\0b\\r\\nno colon\\r\\n: no name\\r\\n\\r\\nodd | odd",
        "HTTP/1.1 200 OK\\r\\nContent-Length: many\\r\\n\\r\\nmany | many"
      })
  void readsWhatBrowsersRead(String answer, String body) throws IOException {
    assertEquals(
        Bytes.ofUtf8(body), assertInstanceOf(Fetched.class, fetch(answer)).snapshot().body());
  }

  @Test
  void givesUpAHeadWithoutEnd() throws IOException {
    String endless = "HTTP/1.1 200 OK\r\n" + "X-Long: more of the same\r\n".repeat(50_000);
    assertInstanceOf(Unreachable.class, fetch(endless));
    assertInstanceOf(Unreachable.class, fetch("HTTP/1.1 200 " + "x".repeat(1_000_000)));
  }

  @Test
  void neverThrowsWhateverComes() throws IOException {
    byte[] fine =
        """
        HTTP/1.1 302 Found
        Location: /next?a=b#c
        Set-Cookie: a=b; Domain=example.com; Max-Age=9; Path=/
        Content-Encoding: gzip
        Content-Type: text/html; charset=gbk
        Transfer-Encoding: chunked

        5
        abcde
        0

        """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(20260104);
    for (int trial = 0; trial < 300; trial++) {
      byte[] bent = fine.clone();
      for (int change = 0; change < 4; change++) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      FetchOutcome outcome = fetch(bent);
      boolean known =
          switch (outcome) {
            case Fetched _, Unreachable _, LimitReached _ -> true;
            case FetchOutcome.NotModified _ -> false;
            case FetchOutcome.PrivateAddress _, FetchOutcome.BadRedirect _ -> true;
          };
      assertEquals(true, known, () -> outcome.toString());
    }
  }
}
