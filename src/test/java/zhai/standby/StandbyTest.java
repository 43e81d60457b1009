package zhai.standby;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody stands by there")
class StandbyTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Map<String, String> HERE = Map.of("LC_ALL", "C.UTF-8", "HOME", "/home/a");

  @TempDir Path folder;
  private Place place;
  private final AtomicBoolean current = new AtomicBoolean(true);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void chooseAPlace() {
    place = new Place(folder.resolve("run/zhai/standby-1"), System.getProperty("user.name"));
  }

  @Test
  void runsACommandAsIfItHadBeenRunWhereItWasTyped() throws Exception {
    try (Running _ = standBy(StandbyTest::tell)) {
      Call call = new Call(List.of("search", "知识 冲突", ""), HERE, folder, "out");
      assertEquals(new Answer.Done(7), call(call, "要读的"));
      assertEquals("[search, 知识 冲突, ] /home/a %s out 要读的".formatted(folder), out());
      assertEquals("and an error", err.toString(UTF_8));
    }
  }

  @Test
  void aRelativeFolderIsTheCallersOwn() throws Exception {
    try (Running _ = standBy(StandbyTest::tell)) {
      call(new Call(List.of("add"), HERE, Path.of(""), ""), "");
      assertEquals("[add] /home/a %s  ".formatted(Path.of("").toAbsolutePath()), out());
    }
  }

  @Test
  void passesOnMuchInBothDirections() throws Exception {
    String much = "很多字".repeat(200_000);
    try (Running _ = standBy(StandbyTest::copy)) {
      assertEquals(new Answer.Done(0), call(typed("add"), much));
      assertEquals(much, out());
    }
  }

  @Test
  void aSecondCallerAtTheSameTimeRunsItsCommandItself() throws Exception {
    try (Running _ = standBy((_, streams) -> callFromWithin(streams))) {
      assertEquals(new Answer.Done(0), call(typed("search"), ""));
      assertEquals("Declined[]", out());
    }
  }

  private int callFromWithin(Streams streams) {
    return print(streams, new Caller(place, LONG).call(typed("list"), Streams.none()).toString());
  }

  @Test
  void aCommandAfterAnotherFindsItReady() throws Exception {
    try (Running _ = standBy((call, streams) -> print(streams, call.arguments().getFirst()))) {
      for (int i = 0; i < 100; i++) {
        assertEquals(new Answer.Done(0), call(typed("" + i % 10), ""));
      }
      assertEquals("0123456789".repeat(10), out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL", "LC_TIME", "LANG", "LANGUAGE", "TZ"})
  void doesNotAnswerInTheWrongLanguageOrTime(String variable) throws Exception {
    Map<String, String> elsewhere = new HashMap<>(HERE);
    elsewhere.put(variable, "other");
    try (Running _ = standBy(StandbyTest::tell)) {
      Call call = new Call(List.of("list"), elsewhere, folder, "");
      assertEquals(new Answer.Declined(), call(call, ""));
    }
  }

  /// One that is stopped listens as before, and says nothing.
  @Test
  void isNotWaitedForWhenItIsSilent() throws Exception {
    place.prepare();
    try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      stopped.bind(UnixDomainSocketAddress.of(place.socket()));
      Caller caller = new Caller(place, Duration.ofMillis(1));
      assertEquals(new Answer.Declined(), caller.call(typed("list"), Streams.none()));
    }
  }

  @Test
  void isAbsentUntilSomebodyStandsBy() {
    assertEquals(new Answer.Absent(), call(typed("list"), ""));
  }

  @Test
  void takesThePlaceOfOneThatWasKilled() throws Exception {
    place.prepare();
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(place.socket()));
    }
    assertEquals(new Answer.Absent(), call(typed("list"), ""));
    try (Running _ = standBy(StandbyTest::tell)) {
      assertEquals(new Answer.Done(7), call(typed("list"), ""));
    }
  }

  @Test
  void thereIsOneOfThem() throws Exception {
    try (Running _ = standBy(StandbyTest::tell)) {
      Running second = standBy(StandbyTest::tell);
      assertEquals("java.io.IOException: somebody stands by already", second.failure());
      assertEquals(new Answer.Done(7), call(typed("list"), ""));
    }
  }

  @Test
  void isGoneWhenNobodyCalls() throws Exception {
    Running running = standBy(StandbyTest::tell, typed(), Duration.ofMillis(1));
    assertEquals("", running.failure());
    assertFalse(Files.exists(place.socket()));
  }

  @Test
  void isGoneOnceTheProgramWasBuiltAnew() throws Exception {
    Running running = standBy(StandbyTest::tell);
    current.set(false);
    assertEquals(new Answer.Declined(), call(typed("list"), ""));
    assertEquals("", running.failure());
    assertFalse(Files.exists(place.socket()));
  }

  @Test
  void beginsWithWhatWasTypedBeforeAndShowsNobody() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    Program program =
        (call, streams) -> {
          twice.countDown();
          return print(streams, call.arguments().getFirst());
        };
    try (Running _ = standBy(program, typed("search"), LONG)) {
      assertTrue(twice.await(30, TimeUnit.SECONDS));
      assertEquals("", out());
    }
  }

  @Test
  void aCommandThatFailsBeforeItShowedAnythingIsRunByTheCaller() throws Exception {
    try (Running _ = standBy((_, _) -> broken())) {
      assertEquals(new Answer.Declined(), call(typed("list"), ""));
      assertEquals(new Answer.Declined(), call(typed("list"), ""));
    }
  }

  @Test
  void whatWasShownIsNotShownTwice() throws Exception {
    try (Running _ = standBy((_, streams) -> print(streams, "half of it") + broken())) {
      Answer answer = call(typed("list"), "");
      assertEquals(new Answer.Broken("the process that stood by is gone"), answer);
      assertEquals("half of it", out());
    }
  }

  @Test
  void aFullDiskIsSaidAndAReaderWhoHasEnoughIsNot() throws Exception {
    try (Running _ = standBy(StandbyTest::copy)) {
      Streams full = new Streams(input("x"), failing("No space left on device"), err);
      assertEquals(
          new Answer.Broken("No space left on device"),
          new Caller(place, LONG).call(typed("list"), full));
      Streams closed = new Streams(input("x"), failing("Broken pipe"), err);
      assertEquals(new Answer.Done(0), new Caller(place, LONG).call(typed("list"), closed));
    }
  }

  @Test
  void nobodyStandsByWhereOthersMayEnter() throws Exception {
    place.prepare();
    Path own = place.socket().getParent();
    try (Running _ = standBy(StandbyTest::tell)) {
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
      assertEquals(new Answer.Declined(), call(typed("list"), ""));
      assertEquals(
          "java.io.IOException: %s is not for %s alone".formatted(own, place.user()),
          standBy(StandbyTest::tell).failure());
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void anotherUserIsNotCalled() throws Exception {
    try (Running _ = standBy(StandbyTest::tell)) {
      Place theirs = new Place(place.socket(), "somebody-else");
      Answer answer =
          new Caller(theirs, LONG).call(typed("list"), new Streams(input(""), out, err));
      assertEquals(new Answer.Declined(), answer);
      assertEquals("", out());
    }
  }

  @Test
  void aPathThatIsTooLongForASocketIsNoPlace() {
    Place deep = new Place(folder.resolve("x".repeat(100)).resolve("standby"), place.user());
    assertEquals(new Answer.Absent(), new Caller(deep, LONG).call(typed("list"), Streams.none()));
    IOException refused = assertThrows(IOException.class, deep::prepare);
    assertEquals(deep.socket() + " is too long for a socket", refused.getMessage());
  }

  /// Whatever comes through the socket, the next caller is heard.
  @Test
  void noiseAtTheSocketHarmsNobody() throws Exception {
    Random random = new Random(1);
    try (Running _ = standBy(StandbyTest::tell)) {
      for (int i = 0; i < 200; i++) {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        sendAndLeave(noise);
      }
      assertEquals(new Answer.Done(7), call(typed("list"), ""));
    }
  }

  private void sendAndLeave(byte[] noise) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(place.socket()));
      channel.write(ByteBuffer.wrap(noise));
    } catch (IOException _) {
      // It was declined meanwhile.
    }
  }

  private static int broken() {
    throw new IllegalStateException("broken");
  }

  private Call typed(String... arguments) {
    return new Call(List.of(arguments), HERE, folder, "");
  }

  private Answer call(Call call, String input) {
    return new Caller(place, LONG).call(call, new Streams(input(input), out, err));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  /// Prints all that it was given.
  private static int tell(Call call, Streams streams) {
    String home = call.environment().getOrDefault("HOME", "");
    print(
        streams, "%s %s %s %s ".formatted(call.arguments(), home, call.folder(), call.terminal()));
    copy(call, streams);
    try {
      streams.err().write("and an error".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 7;
  }

  private static int copy(Call call, Streams streams) {
    try {
      streams.in().transferTo(streams.out());
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(call.toString(), e);
    }
  }

  private static int print(Streams streams, String text) {
    try {
      streams.out().write(text.getBytes(UTF_8));
      streams.out().flush();
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running standBy(Program program) throws InterruptedException {
    return standBy(program, typed(), LONG);
  }

  private Running standBy(Program program, Call first, Duration patience)
      throws InterruptedException {
    Running running = new Running();
    Standby standby = new Standby(place, first, program, patience);
    running.start(standby);
    return running;
  }

  /// One that stands by in a thread of the test.
  private final class Running implements AutoCloseable {
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile String failure = "";
    private Thread thread;

    void start(Standby standby) throws InterruptedException {
      thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  standby.run(begun::countDown, current::get);
                } catch (IOException e) {
                  failure = e.toString();
                } finally {
                  begun.countDown();
                }
              });
      begun.await();
    }

    /// Why it ended; empty if it did for no bad reason.
    String failure() throws InterruptedException {
      thread.join();
      return failure;
    }

    @Override
    public void close() {
      current.set(false);
      while (thread.isAlive()) {
        call(typed("end"), "");
      }
    }
  }
}
