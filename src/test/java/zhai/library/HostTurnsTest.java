package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.ReadingState;
import zhai.url.WebUrl;

class HostTurnsTest {
  @ParameterizedTest
  @CsvSource({
    "a a a b b c, 1 4 6 2 5 3",
    "a b a b, 1 2 3 4",
    "a a a, 1 2 3",
  })
  void takeOneOfEachHostAndThenTheNext(String hosts, String expected) {
    List<Entry> entries = new ArrayList<>();
    for (String host : hosts.split(" ")) {
      entries.add(entry(entries.size() + 1, "https://" + host + ".example/" + entries.size()));
    }
    List<String> turns = HostTurns.of(entries).stream().map(String::valueOf).toList();
    assertEquals(List.of(expected.split(" ")), turns);
  }

  private static Entry entry(long id, String url) {
    Instant at = Instant.parse("2026-01-04T08:00:00Z");
    Bookmark bookmark =
        new Bookmark(
            id,
            WebUrl.stored(url, url, url),
            List.of(),
            null,
            List.of(),
            ReadingState.UNREAD,
            false,
            Attempt.NONE,
            at,
            at,
            null);
    return new Entry(bookmark, null, List.of(), List.of());
  }
}
