package zhai.exchange;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhai.model.Entry;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// An ordered selection of bookmarks with their marks, ready to be written in some format.
///
/// @param title what stands above the list
/// @param query the query that selected it, or null for the whole library
/// @param entries in the order in which they are to be read
/// @param zone where the days of the list begin; it is part of the list, so that the machine's own
///   setting never changes what is written
public record ReadingList(String title, @Nullable String query, List<Entry> entries, ZoneId zone) {
  public ReadingList {
    entries = List.copyOf(entries);
  }

  /// A list whose days are days in UTC.
  public ReadingList(String title, @Nullable String query, List<Entry> entries) {
    this(title, query, entries, ZoneOffset.UTC);
  }

  /// The day an entry belongs to: its note's, else the one on which it was added.
  public LocalDate day(Entry entry) {
    return entry.sources().stream()
        .map(NoteSource::day)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> LocalDate.ofInstant(entry.bookmark().addedAt(), zone));
  }

  /// The list's date: the latest day in it, or null when it is empty.
  public @Nullable LocalDate latestDay() {
    return entries.stream().map(this::day).max(Comparator.naturalOrder()).orElse(null);
  }

  /// Every tag in the list once, sorted.
  public List<Tag> tags() {
    return entries.stream()
        .flatMap(entry -> entry.bookmark().tags().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
