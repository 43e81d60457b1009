package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
    "a a a b b c, 1, 1 4 6",
    "a a a b b c, 2, 1 4 6 2 5",
    "a b a b, 3, 1 2 3 4",
    "a a a, 1, 1",
  })
  void beginWithAFewOfEachHostTheHostsInTurn(String hosts, int ofHost, String expected) {
    List<String> first =
        turns(hosts).first(ofHost).stream().map(HostTurns.Turn::id).map(String::valueOf).toList();
    assertEquals(List.of(expected.split(" ")), first);
  }

  @Test
  void goOnWithTheNextOfTheSameHost() {
    HostTurns turns = turns("a b a a");
    HostTurns.Turn ofA = turns.first(1).getFirst();
    assertEquals(Optional.of(3L), turns.after(ofA).map(HostTurns.Turn::id));
    assertEquals(Optional.of(4L), turns.after(ofA).map(HostTurns.Turn::id));
    assertEquals(Optional.empty(), turns.after(ofA));
  }

  private static HostTurns turns(String hosts) {
    List<Entry> entries = new ArrayList<>();
    for (String host : hosts.split(" ")) {
      entries.add(entry(entries.size() + 1, "https://" + host + ".example/" + entries.size()));
    }
    return HostTurns.of(entries);
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
