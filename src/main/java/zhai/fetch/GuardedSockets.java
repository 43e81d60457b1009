package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/// The only way out: sockets that look at the address they are about to connect to.
///
/// The question is asked in `connect`, of the address itself. A check of names before that would
/// not see addresses written as numbers (OkHttp asks no DNS for them), nor a name that answers
/// differently the second time. TLS is layered over these same sockets.
final class GuardedSockets extends SocketFactory {
  private final AddressTable table;
  private final Level ceiling;
  private final long maxAnswerBytes;

  /// @param ceiling the most private level that may be connected to
  /// @param maxAnswerBytes what may come in on a connection until something goes out again
  GuardedSockets(AddressTable table, Level ceiling, long maxAnswerBytes) {
    this.table = table;
    this.ceiling = ceiling;
    this.maxAnswerBytes = maxAnswerBytes;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private void check(SocketAddress endpoint) throws IOException {
    if (!(endpoint instanceof InetSocketAddress internet)) {
      throw new RefusedAddressException("not an internet address: " + endpoint);
    }
    InetAddress address = internet.getAddress();
    if (address == null) {
      throw new UnknownHostException(internet.getHostString());
    }
    Level level = table.levelOf(address);
    if (level.isMorePrivateThan(ceiling)) {
      throw new RefusedAddressException(describe(address, level));
    }
  }

  /// One clause on why an address was refused.
  static String describe(InetAddress address, Level level) {
    String kind =
        switch (level) {
          case PUBLIC -> "a public address";
          case LOCAL -> "an address of a private network";
          case LOOPBACK -> "this machine itself";
          case NEVER -> "a link-local, metadata or reserved address";
        };
    return address.getHostAddress() + " is " + kind;
  }

  private final class GuardedSocket extends Socket {
    private final AnswerMeter meter = new AnswerMeter(maxAnswerBytes);

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
      check(endpoint);
      super.connect(endpoint, timeoutMillis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return meter.counting(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return meter.resetting(super.getOutputStream());
    }
  }
}
