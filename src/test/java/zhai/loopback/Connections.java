package zhai.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;

/// All connections that this JVM began, whether anything answered or not, and whichever library
/// asked: what may not be reached must not stand here.
public final class Connections {
  private Connections() {}

  /// The addresses that a connection to this port was begun to, in order.
  public static List<InetAddress> begunTo(int port) {
    if (System.getProperties().get(LoopbackAgent.NOTED) instanceof Collection<?> noted) {
      return noted.stream()
          .map(InetSocketAddress.class::cast)
          .filter(endpoint -> endpoint.getPort() == port)
          .map(InetSocketAddress::getAddress)
          .toList();
    }
    throw new IllegalStateException("the tests run without their agent");
  }

  /// A port of this machine that nobody listens at, and that no other test connects to.
  public static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
