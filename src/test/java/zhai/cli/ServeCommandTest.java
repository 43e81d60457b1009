package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// `zhai serve` prints where it is, goes on until it is ended, and says so if it can't.
class ServeCommandTest extends CommandTest {

  @Test
  void printsOneLinkAndEndsQuietly() throws Exception {
    PipedInputStream printed = new PipedInputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    AtomicInteger code = new AtomicInteger(-1);
    try (OutputStream out = new PipedOutputStream(printed)) {
      Thread server =
          Thread.ofPlatform()
              .start(() -> code.set(zhai.runInto(out, errors, "serve", "--port", "0")));
      String line = line(printed);
      assertTrue(line.matches("http://127\\.0\\.0\\.1:\\d+/enter\\?key=[\\w-]{43}"), line);
      server.interrupt();
      assertTrue(server.join(Duration.ofSeconds(20)));
    }
    assertEquals(0, code.get());
    assertEquals("", errors.toString(StandardCharsets.UTF_8));
    assertEquals(0, printed.available());
  }

  private static String line(InputStream in) throws Exception {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Zhai.Ran ran = zhai.run("serve", "--port", port);
      assertEquals(1, ran.code());
      assertEquals("", ran.out());
      assertEquals(
          "zhai: port %s is taken, perhaps by another `zhai serve`; --port names another\n"
              .formatted(port),
          ran.err());
    }
  }

  @Test
  void takesOnlyPorts() {
    Zhai.Ran ran = zhai.run("serve", "--port", "70000");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("--port takes a number from 0 to 65535, not 70000"), ran.err());
  }
}
