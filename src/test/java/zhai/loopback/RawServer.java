package zhai.loopback;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/// A server that sends whatever bytes a test wants, valid or not, and then hangs up. It listens on
/// all addresses of this machine, so that it can be many hosts.
public final class RawServer implements AutoCloseable {
  private final ServerSocket door;
  private final Map<String, Answer> answers;
  private final Map<String, AtomicLong> sent = new ConcurrentHashMap<>();

  /// What is sent to one who asks. It may go on for ever: it ends when the other side hangs up.
  @FunctionalInterface
  public interface Answer {
    void send(OutputStream out) throws IOException;
  }

  private RawServer(ServerSocket door, Map<String, Answer> answers) {
    this.door = door;
    this.answers = answers;
  }

  /// @param answers by path; everything else is hung up on
  public static RawServer open(ServerSocketFactory sockets, Map<String, Answer> answers)
      throws IOException {
    RawServer server = new RawServer(sockets.createServerSocket(0, 200), answers);
    Thread.ofVirtual().name("raw server").start(server::listen);
    return server;
  }

  public int port() {
    return door.getLocalPort();
  }

  /// How many bytes were sent for a path until the other side had enough.
  public long sentFor(String path) {
    return sent.getOrDefault(path, new AtomicLong()).get();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        Thread.yield();
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String path = path(new BufferedInputStream(client.getInputStream()));
      Answer answer = answers.get(path);
      if (answer != null) {
        answer.send(new Counted(client.getOutputStream(), count(path)));
      }
    } catch (IOException _) {
      // Whoever asked had enough, which is what bad answers are for.
    }
  }

  private AtomicLong count(String path) {
    return sent.computeIfAbsent(path, _ -> new AtomicLong());
  }

  /// Reads a request's head to its end.
  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0 || head.length() > 1 << 20) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString().split(" ", 3)[1];
  }

  private static final class Counted extends FilterOutputStream {
    private final AtomicLong count;

    Counted(OutputStream out, AtomicLong count) {
      super(out);
      this.count = count;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count.addAndGet(length);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      count.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
