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
  private static final int PAGES_OF_A_HOST = 150;
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
      Intake intake =
          new Intake(
              library,
              new PageSource.Network(fetcher, Provenance.COLLECTED),
              new ImageSource.Nowhere());
      assertEquals(
          2 * PAGES_OF_A_HOST,
          intake.visitAll(
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
      Intake intake =
          new Intake(
              library,
              new PageSource.Network(fetcher, Provenance.COLLECTED),
              new ImageSource.Nowhere());
      intake.visitAll(bookmarks, _ -> {}, _ -> {});
      assertTrue(library.index().indexedSeq() > added, "nothing was indexed meanwhile");
      library.catchUp();
      assertEquals(0, library.unindexed());
    }
  }

  private static MockWebServer web(CountDownLatch quick, List<String> tooEarly) throws IOException {
    MockWebServer web = new MockWebServer();
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            boolean isSlow = request.getTarget().startsWith("/slow.example");
            if (isSlow && !quick.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
              tooEarly.add(request.getTarget());
            }
            return new MockResponse.Builder().code(404).build();
          }
        });
    web.start(InetAddress.getLoopbackAddress(), 0);
    return web;
  }

  private static Fetcher fetcher(MockWebServer web) {
    Limits usual = Limits.defaults();
    Limits hasty = HastyLimits.of(usual, Duration.ofSeconds(2 * PATIENCE_SECONDS), 2);
    String gateway = "http://127.0.0.1:" + web.getPort();
    return new Fetcher(FetchOptions.defaults().withGateway(gateway).withLimits(hasty), CLOCK);
  }

  private Library library() {
    return Library.create(
        new LibraryFolder(folder),
        new Parts(
            new TimedExtractor(() -> new Extractor(List.of())), CLOCK, ZoneOffset.UTC, "test"));
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
