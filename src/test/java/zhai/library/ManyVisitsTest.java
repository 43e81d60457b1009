package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.extract.Extractor;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.fetch.Limits;
import zhai.fetch.Provenance;
import zhai.loopback.HastyLimits;
import zhai.url.WebUrl;

class ManyVisitsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-04T02:00:00Z"));
  private static final int HOSTS = 2;
  private static final int PAGES_OF_A_HOST = 150;
  private static final String PAGE =
      "<html><title>A page</title><article><p>%s</p></article></html>"
          .formatted("Some words of a page. ".repeat(20));
  private static final long PATIENCE_SECONDS = 100;

  @TempDir Path folder;

  /// The slow host answers only once all pages of the other are there. Were its pages to take all
  /// the places there are, the other's last ones would wait for them, and they for those.
  @Test
  void leaveRoomForOtherHostsWhileOneIsSlow() throws Exception {
    CountDownLatch quick = new CountDownLatch(PAGES_OF_A_HOST);
    List<String> tooEarly = new ArrayList<>();
    try (MockWebServer web = web(quick, tooEarly);
        Fetcher fetcher = fetcher(web);
        Library library = library()) {
      assertEquals(
          HOSTS * PAGES_OF_A_HOST,
          intake(library, fetcher)
              .visitAll(
                  bookmarks(library),
                  visit -> {
                    if (visit.entry().bookmark().url().host().equals("quick.example")) {
                      quick.countDown();
                    }
                  },
                  _ -> {}));
    }
    assertEquals(List.of(), tooEarly);
  }

  /// Of bookmarks that were not in the index before, so all that is in it came in meanwhile.
  @Test
  void leadTheIndexUpWhileTheyGoOn() throws Exception {
    try (MockWebServer web = web(new CountDownLatch(0), new ArrayList<>());
        Fetcher fetcher = fetcher(web);
        Library library = library()) {
      List<Long> bookmarks = bookmarks(library);
      long added = library.store().lastSeq();
      intake(library, fetcher).visitAll(bookmarks, _ -> {}, _ -> {});
      assertTrue(library.index().indexedSeq() > added, "nothing was indexed meanwhile");
      library.catchUp();
      assertEquals(0, library.unindexed());
    }
  }

  /// Nothing is read before all pages have been asked for. Were a host asked for the next page only
  /// once one is read, both would wait for ever.
  @Test
  void askForPagesWhileOthersWaitToBeRead() throws Exception {
    CountDownLatch asked = new CountDownLatch(HOSTS * PAGES_OF_A_HOST);
    AtomicBoolean allAsked = new AtomicBoolean();
    TimedExtractor reading =
        new TimedExtractor(
            () -> {
              allAsked.set(isOver(asked));
              return new Extractor(List.of());
            },
            Duration.ofSeconds(2 * PATIENCE_SECONDS));
    try (MockWebServer web = pages(asked::countDown);
        Fetcher fetcher = fetcher(web);
        Library library = library(reading)) {
      intake(library, fetcher).visitAll(bookmarks(library), _ -> {}, _ -> {});
    }
    assertTrue(allAsked.get(), asked.getCount() + " pages were not asked for");
  }

  @Test
  void readWithThreadsThatGiveWayToThoseThatAsk() throws Exception {
    AtomicInteger priority = new AtomicInteger();
    TimedExtractor reading =
        new TimedExtractor(() -> {
          priority.set(Thread.currentThread().getPriority());
          return new Extractor(List.of());
        });
    try (MockWebServer web = pages(() -> {});
        Fetcher fetcher = fetcher(web);
        Library library = library(reading)) {
      intake(library, fetcher).visitAll(bookmarks(library), _ -> {}, _ -> {});
    }
    assertEquals(Thread.MIN_PRIORITY, priority.get());
  }

  @Test
  void askForNoMoreWhileTooMuchWaitsToBeRead() throws Exception {
    AtomicInteger unread = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (MockWebServer web =
            pages(() -> most.accumulateAndGet(unread.incrementAndGet(), Math::max));
        Fetcher fetcher = fetcher(web);
        Library library = library()) {
      HostTurns turns = HostTurns.of(library.outlines(bookmarks(library)));
      new ManyVisits(
              intake(library, fetcher), _ -> unread.decrementAndGet(), _ -> {}, PAGE.length())
          .run(turns);
    }
    assertEquals(0, unread.get());
    assertTrue(most.get() <= 4 * HOSTS, most + " pages waited to be read");
  }

  private static MockWebServer web(CountDownLatch quick, List<String> tooEarly) throws IOException {
    return web(request -> {
      if (request.getTarget().startsWith("/slow.example") && !isOver(quick)) {
        tooEarly.add(request.getTarget());
      }
      return new MockResponse.Builder().code(404).build();
    });
  }

  /// @param onAsked told of each request
  private static MockWebServer pages(Runnable onAsked) throws IOException {
    return web(_ -> {
      onAsked.run();
      return new MockResponse.Builder().addHeader("Content-Type", "text/html").body(PAGE).build();
    });
  }

  private static MockWebServer web(Function<RecordedRequest, MockResponse> answer)
      throws IOException {
    MockWebServer web = new MockWebServer();
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer.apply(request);
          }
        });
    web.start(InetAddress.getLoopbackAddress(), 0);
    return web;
  }

  private static boolean isOver(CountDownLatch waiting) {
    try {
      return waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Fetcher fetcher(MockWebServer web) {
    Limits usual = Limits.defaults();
    Limits hasty = HastyLimits.of(usual, Duration.ofSeconds(2 * PATIENCE_SECONDS), 2);
    String gateway = "http://127.0.0.1:" + web.getPort();
    return new Fetcher(FetchOptions.defaults().withGateway(gateway).withLimits(hasty), CLOCK);
  }

  private static Intake intake(Library library, Fetcher fetcher) {
    return new Intake(
        library, new PageSource.Network(fetcher, Provenance.COLLECTED), new ImageSource.Nowhere());
  }

  private Library library() {
    return library(new TimedExtractor(() -> new Extractor(List.of())));
  }

  private Library library(TimedExtractor reading) {
    return Library.create(
        new LibraryFolder(folder), new Parts(reading, CLOCK, ZoneOffset.UTC, "test"));
  }

  private static List<Long> bookmarks(Library library) {
    return library
        .store()
        .write(tx -> {
          List<Long> ids = new ArrayList<>();
          for (int page = 0; page < PAGES_OF_A_HOST; page++) {
            for (String host : List.of("slow.example", "quick.example")) {
              String url = "https://" + host + "/" + page;
              ids.add(tx.addBookmark(WebUrl.stored(url, url, url), CLOCK.instant()).id());
            }
          }
          return ids;
        });
  }
}
