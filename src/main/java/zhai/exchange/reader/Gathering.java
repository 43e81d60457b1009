package zhai.exchange.reader;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.ImportReader.Sink;
import zhai.exchange.Place;
import zhai.model.Tag;

/// Bookmarks of which a file says one thing an item: each highlight beside the address of its page.
/// They are handed over once all is known, each where it first stands; what is said twice is kept
/// once.
final class Gathering {
  private final Map<String, Gathered> byAddress = new LinkedHashMap<>();

  /// A sink that keeps the bookmarks, and passes everything else on.
  Sink before(Sink sink) {
    return (place, item) -> {
      if (item instanceof Supplied said) {
        add(place, said);
      } else {
        sink.accept(place, item);
      }
    };
  }

  /// Adds what one item says of a bookmark. The first title counts, and the earliest time.
  private void add(Place place, Supplied said) {
    byAddress.computeIfAbsent(said.url(), _ -> new Gathered(place, said)).add(said);
  }

  void handTo(Sink sink) {
    byAddress.values().forEach(it -> sink.accept(it.place, it.bookmark()));
  }

  private static final class Gathered {
    private final Place place;
    private final Supplied first;
    private final Set<Tag> tags = new LinkedHashSet<>();
    private final Set<Words> notes = new LinkedHashSet<>();
    private final Set<Quote> excerpts = new LinkedHashSet<>();
    private @Nullable String title;
    private @Nullable Instant addedAt;

    Gathered(Place place, Supplied first) {
      this.place = place;
      this.first = first;
    }

    void add(Supplied said) {
      title = title == null ? said.title() : title;
      tags.addAll(said.tags());
      notes.addAll(said.notes());
      excerpts.addAll(said.excerpts());
      Instant at = said.standing().addedAt();
      if (at != null && (addedAt == null || at.isBefore(addedAt))) {
        addedAt = at;
      }
    }

    Supplied bookmark() {
      return first
          .titled(title)
          .tagged(List.copyOf(tags))
          .noted(List.copyOf(notes))
          .quoting(List.copyOf(excerpts))
          .standing(Standing.added(addedAt));
    }
  }
}
