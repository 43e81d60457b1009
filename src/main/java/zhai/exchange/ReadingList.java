package zhai.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Image;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// An ordered selection of bookmarks with their marks, ready to be written in some format.
///
/// @param title what stands above the list
/// @param query the query that selected it, or null for the whole library
/// @param entries in the order in which they are to be read; their articles may be without content
/// @param zone where the days of the list begin; it is part of the list, so that the machine's own
///   setting never changes what is written
/// @param layout how it is grouped and what is written of each entry
/// @param whole where all that is kept of an entry comes from
public record ReadingList(
    String title,
    @Nullable String query,
    List<Entry> entries,
    ZoneId zone,
    Layout layout,
    Whole whole) {

  /// All that is kept of an entry, loaded when it is asked for: a writer holds one at a time.
  @FunctionalInterface
  public interface Whole {
    /// Empty if the bookmark is not there any more.
    Optional<Dossier> of(Entry outline);

    /// A picture of a dossier by its hash; empty if it is not there.
    default Optional<Image> image(String sha256) {
      return Optional.empty();
    }
  }

  public ReadingList {
    entries = List.copyOf(entries);
  }

  /// A list in the usual layout whose days are days in UTC, of entries that are whole themselves.
  public ReadingList(String title, @Nullable String query, List<Entry> entries) {
    this(title, query, entries, ZoneOffset.UTC, Layout.DEFAULT, ReadingList::itself);
  }

  private static Optional<Dossier> itself(Entry entry) {
    List<ArticleVersion> versions = entry.article() == null ? List.of() : List.of(entry.article());
    return Optional.of(new Dossier(entry, versions, List.of()));
  }

  /// The same entries laid out in another way.
  public ReadingList with(Layout other) {
    return new ReadingList(title, query, entries, zone, other, whole);
  }

  /// Some of the entries under a title of their own.
  public ReadingList part(String partTitle, List<Entry> some) {
    return new ReadingList(partTitle, query, some, zone, layout, whole);
  }

  /// The day an entry belongs to: its note's, else the one on which it was added.
  public LocalDate day(Entry entry) {
    return entry.sources().stream()
        .map(NoteSource::day)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> LocalDate.ofInstant(entry.bookmark().addedAt(), zone));
  }

  /// The same entries by their days. Of one day, those that stand in notes come first, in the order
  /// of the files and of the lines in them, as they were written; the others keep their order.
  public ReadingList byDay(Comparator<LocalDate> order) {
    Comparator<Entry> asWritten =
        Comparator.comparing(
            ReadingList::place,
            Comparator.nullsLast(
                Comparator.comparing(NoteSource::file).thenComparingInt(NoteSource::line)));
    Comparator<Entry> days = Comparator.comparing(this::day, order);
    Comparator<Entry> asRead =
        Comparator.comparingLong(entry -> entry.sources().isEmpty() ? 0 : entry.bookmark().id());
    List<Entry> sorted =
        entries.stream().sorted(days.thenComparing(asWritten).thenComparing(asRead)).toList();
    return new ReadingList(title, query, sorted, zone, layout, whole);
  }

  /// The place in the user's notes that gives an entry its day, else the first one; null where
  /// there is none.
  private static @Nullable NoteSource place(Entry entry) {
    Stream<NoteSource> places = entry.sources().stream();
    return places.min(Comparator.comparing(it -> it.day() == null)).orElse(null);
  }

  /// The list's date: the latest day in it, or null when it is empty.
  public @Nullable LocalDate latestDay() {
    return entries.stream().map(this::day).max(Comparator.naturalOrder()).orElse(null);
  }

  /// When anything in the list last changed; the beginning of 1970 when it is empty. What a format
  /// has to give as its own time is this: there is no clock here.
  public Instant latestChange() {
    return entries.stream()
        .map(entry -> entry.bookmark().changedAt())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// Every tag in the list once, sorted.
  public List<Tag> tags() {
    return entries.stream()
        .flatMap(entry -> entry.bookmark().tags().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// The page as it was read, with its text; empty where nothing was.
  public Optional<Article> article(Entry entry) {
    return whole.of(entry).map(dossier -> dossier.entry().currentArticle());
  }

  /// The entries under the headings that the layout asks for, in the order in which the headings
  /// first appear. What belongs under none comes first, so that it does not look like a part of
  /// another group. None of the groups is empty.
  ///
  /// @param usual in this format, where the layout leaves it open
  public List<Group> groups(Grouping usual) {
    return switch (layout.grouping(usual)) {
      case DAY -> grouped(entry -> List.of(day(entry).toString()));
      case TAG -> grouped(ReadingList::tagLabels);
      case SITE -> grouped(ReadingList::host);
      case NONE -> grouped(_ -> List.of());
    };
  }

  /// The entries of each file that the layout asks for, likewise. One group without a heading if
  /// there is to be one file.
  public List<Group> parts() {
    return switch (layout.split()) {
      case DAY -> grouped(entry -> List.of(day(entry).toString()));
      case TAG -> grouped(ReadingList::tagLabels);
      case SITE -> grouped(ReadingList::host);
      case BOOKMARK ->
          entries.stream().map(entry -> new Group(entry.title(), List.of(entry))).toList();
      case NONE -> List.of(new Group(null, entries));
    };
  }

  private static List<String> tagLabels(Entry entry) {
    return entry.bookmark().tags().stream().map(Tag::label).toList();
  }

  private static List<String> host(Entry entry) {
    String host = entry.bookmark().url().host();
    return host.isEmpty() ? List.of() : List.of(host);
  }

  private List<Group> grouped(Function<Entry, List<String>> headings) {
    List<Entry> rest = new ArrayList<>();
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<String> under = headings.apply(entry);
      if (under.isEmpty()) {
        rest.add(entry);
      }
      under.forEach(it -> groups.computeIfAbsent(it, _ -> new ArrayList<>()).add(entry));
    }
    List<Group> all = new ArrayList<>();
    if (!rest.isEmpty()) {
      all.add(new Group(null, rest));
    }
    groups.forEach((heading, members) -> all.add(new Group(heading, members)));
    return all;
  }
}
