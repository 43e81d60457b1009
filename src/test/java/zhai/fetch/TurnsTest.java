package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TurnsTest {
  /// Counts the requests that it has in hand at once.
  private static final class Counter extends Dispatcher {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.yield();
      now.decrementAndGet();
      return new MockResponse.Builder().body("page").build();
    }
  }

  @Test
  void asksAHostOnlyTwiceAtOnceHoweverManyWait() throws Exception {
    try (MockWebServer server = new MockWebServer();
        Fetcher fetcher = Trial.fetcher();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Counter counter = new Counter();
      server.setDispatcher(counter);
      server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
      List<Future<FetchOutcome>> fetches = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String address = "http://127.0.0.1:" + server.getPort() + "/" + i;
        fetches.add(threads.submit(() -> fetcher.fetch(FetchRequest.named(address))));
      }
      for (Future<FetchOutcome> fetch : fetches) {
        assertInstanceOf(FetchOutcome.Fetched.class, fetch.get());
      }
      assertEquals(200, server.getRequestCount());
      assertTrue(counter.most.get() <= 2, counter.most + " at once");
    }
  }

  @Test
  void letsHostsBeAskedSideBySide() throws InterruptedException {
    Turns turns = new Turns(new Limits.Politeness(1, Duration.ofHours(1)), Trial.CLOCK);
    try (Turns.Turn a = turns.take("a.example");
        Turns.Turn b = turns.take("b.example")) {
      assertEquals(0, a.places().availablePermits());
      assertEquals(0, b.places().availablePermits());
    }
  }

  @Test
  void pausesBetweenStartsAtOneHost() throws Exception {
    Duration pause = Duration.ofMillis(30);
    Turns turns = new Turns(new Limits.Politeness(2, pause), Trial.CLOCK);
    long begin = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      turns.take("a.example").close();
    }
    assertTrue(System.nanoTime() - begin >= 3 * pause.toNanos());
  }

  @Test
  void givesTheTurnBackWhenInterruptedWhileWaiting() throws Exception {
    Turns turns = new Turns(new Limits.Politeness(1, Duration.ZERO), Trial.CLOCK);
    Turns.Turn first = turns.take("a.example");
    CountDownLatch gaveUp = new CountDownLatch(1);
    Thread second =
        Thread.ofVirtual()
            .start(() -> {
              try {
                turns.take("a.example").close();
              } catch (InterruptedException e) {
                gaveUp.countDown();
              }
            });
    second.interrupt();
    gaveUp.await();
    first.close();
    turns.take("a.example").close();
  }

  @Test
  void endsATurnWhenAFetchFails() throws IOException {
    try (Doorbell hangsUp = new Doorbell();
        Fetcher fetcher = Trial.fetcher()) {
      String address = "http://127.0.0.1:" + hangsUp.port() + "/";
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(
            FetchOutcome.Unreachable.class, fetcher.fetch(FetchRequest.named(address)));
      }
    }
  }
}
