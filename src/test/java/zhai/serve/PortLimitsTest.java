package zhai.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How much and how long a port of ours listens to somebody, and how it sends what is long.
class PortLimitsTest {
  private static ListeningProcess listening;

  @BeforeAll
  static void open() throws IOException {
    listening = new ListeningProcess();
  }

  @AfterAll
  static void close() {
    listening.close();
  }

  /// @return 0 if there was no answer
  private static int status(String headers) throws IOException {
    String request =
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Connection: close\r\n\r\n";
    try {
      return TestReader.exchange(listening.port(), request.getBytes(StandardCharsets.US_ASCII))
          .status();
    } catch (SocketException _) {
      return 0;
    }
  }

  private static String headers(int count, int length) {
    StringBuilder headers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      headers.append("X-%d: %s\r\n".formatted(i, "a".repeat(length)));
    }
    return headers.toString();
  }

  @Test
  void takesAsManyHeadersAsABrowserSendsAndNotMore() throws IOException {
    assertEquals(200, status(headers(80, 20)));
    assertNotEquals(200, status(headers(120, 20)));
  }

  @Test
  void takesHeadersOfALengthAndNotLonger() throws IOException {
    assertEquals(200, status(headers(10, 3_000)));
    assertNotEquals(200, status(headers(10, 7_000)));
    assertEquals(200, status(""));
  }

  @Test
  void waitsHalfAMinuteForARequest() {
    assertEquals(30, listening.seconds());
  }

  @Test
  void hangsUpOnARequestThatDoesNotCome() throws IOException {
    try (ListeningProcess impatient = new ListeningProcess("-Dsun.net.httpserver.maxReqTime=1");
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), impatient.port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: 1".getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, end(socket));
    }
  }

  private static int end(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException _) {
      return -1;
    }
  }

  private static TestReader.Came come(Reply.Writing writing) throws IOException {
    try (Loopback loopback = new Loopback(0)) {
      loopback.start(_ -> new Reply(200, "text/plain", new Reply.Streamed(writing), Map.of()));
      return TestReader.exchange(
          loopback.port(),
          "GET / HTTP/1.1\r\nHost: 1\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void sendsWhatIsWrittenPieceByPiece() throws IOException {
    String line = "先完成，再完美\n";
    TestReader.Came came =
        come(out -> {
          for (int i = 0; i < 50_000; i++) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        });
    assertEquals("chunked", came.header("transfer-encoding"));
    assertEquals(line.repeat(50_000), came.body());
  }

  @Test
  void neverEndsAnAnswerThatFailedAsIfItWereWhole() {
    assertThrows(
        IOException.class,
        () ->
            come(out -> {
              out.write(new byte[200_000]);
              throw new IOException("the disk is full");
            }));
  }
}
