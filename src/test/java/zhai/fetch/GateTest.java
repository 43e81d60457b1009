package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class GateTest {

  private static Gate open(Level ceiling) throws IOException {
    return Gate.open(
        new Reach(Trial.options(), Trial.TABLE, _ -> Trial.addresses("127.0.0.1")), ceiling);
  }

  /// Says something to the gate, and gives all that it says back.
  private static String say(Gate gate, String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", URI.create(gate.address()).getPort())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT 127.0.0.1:PORT HTTP/1.1\r\n\r\n",
        "CONNECT inward.example:PORT HTTP/1.1\r\n\r\n",
        "CONNECT [::1]:PORT HTTP/1.1\r\n\r\n",
        "GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: public.example\r\n\r\n",
        "POST http://inward.example:PORT/ HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
        "GET http://localhost:PORT/ HTTP/1.1\r\n\r\n"
      })
  void letsNobodyThroughToThisMachine(String request) throws IOException {
    try (Doorbell doorbell = new Doorbell();
        Gate gate = open(Level.PUBLIC)) {
      String answer = say(gate, request.replace("PORT", "" + doorbell.port()));
      assertTrue(answer.startsWith("HTTP/1.1 502 "), answer);
      assertInstanceOf(
          RefusedAddressException.class, gate.failureOf("elsewhere.example").orElseThrow());
      assertEquals(0, doorbell.rings());
    }
  }

  @Test
  void passesOneRequestForEachConnection() throws Exception {
    try (MockWebServer server = new MockWebServer();
        Gate gate = open(Level.LOOPBACK)) {
      server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
      server.enqueue(
          new MockResponse.Builder().addHeader("Keep-Alive", "timeout=9").body("page").build());
      String answer =
          say(
              gate,
              "GET http://a.example:%d/x?y=z HTTP/1.1\r\nHost: a.example\r\nProxy-Connection: keep-alive\r\n\r\n"
                  .formatted(server.getPort()));
      assertEquals(
          List.of("HTTP/1.1 200 OK", "Content-Length: 4", "Connection: close", "", "page"),
          answer.lines().toList());
      var request = server.takeRequest();
      assertEquals("/x?y=z", request.getTarget());
      assertEquals("a.example", request.getHeaders().get("Host"));
      assertEquals(List.of("close"), request.getHeaders().values("Connection"));
      assertEquals(List.of(), request.getHeaders().values("Proxy-Connection"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n", "CONNECT x\r\n\r\n"})
  void hangsUpOnWhatIsNoProxyRequest(String request) throws IOException {
    try (Gate gate = open(Level.LOOPBACK)) {
      assertEquals("", say(gate, request));
    }
  }
}
