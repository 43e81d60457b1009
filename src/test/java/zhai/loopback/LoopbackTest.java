package zhai.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shows that the guard on the tests' own connections bites. The addresses are reserved for
/// documentation: were the guard gone, nobody would be bothered.
class LoopbackTest {

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
  void refusesSocketsToAnAddressOfTheWorld(String address) throws IOException {
    try (Socket socket = new Socket()) {
      assertRefused(() -> socket.connect(new InetSocketAddress(address, 80), 1000));
    }
  }

  @Test
  void refusesChannelsToAnAddressOfTheWorld() throws IOException {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      assertRefused(() -> channel.connect(new InetSocketAddress("192.0.2.1", 80)));
    }
  }

  @Test
  void refusesOkHttp() {
    Request request = new Request.Builder().url("http://192.0.2.1/").build();
    assertRefused(() -> new OkHttpClient().newCall(request).execute().close());
  }

  @Test
  void knowsNoNamesOfTheWorld() {
    assertThrows(UnknownHostException.class, () -> InetAddress.getByName("example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "shop.localhost", "127.0.0.1", "::1"})
  void letsLoopbackThrough(String host) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    assertTrue(address.isLoopbackAddress());
    try (ServerSocket server = new ServerSocket(0, 1, address);
        Socket client = new Socket(address, server.getLocalPort());
        Socket accepted = server.accept()) {
      assertEquals(client.getLocalPort(), accepted.getPort());
    }
  }

  @Test
  void knowsWhereConnectionsWereBegunTo() throws IOException {
    int port = Connections.unusedPort();
    for (String address : List.of("192.0.2.1", "127.0.0.1", "2001:db8::1")) {
      try (Socket socket = new Socket()) {
        InetSocketAddress nowhere = new InetSocketAddress(address, port);
        assertThrows(ConnectException.class, () -> socket.connect(nowhere, 1000));
      }
    }
    assertEquals(
        List.of("192.0.2.1", "127.0.0.1", "2001:db8:0:0:0:0:0:1"),
        Connections.begunTo(port).stream().map(InetAddress::getHostAddress).toList());
  }

  private static void assertRefused(Executable connect) {
    ConnectException refusal = assertThrows(ConnectException.class, connect);
    String said = refusal + " " + refusal.getCause();
    assertTrue(said.contains("tests connect to nothing but loopback"), said);
  }
}
