package zhai.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A part of the run that can be asked for alone: `-Dbench=search,fetch`. A new one is a constant
/// here; what it needs of pages and libraries it asks its {@link Bench} for.
enum Section {
  STARTS("Cold starts", ColdStarts::measure),
  IMPORT("Import", ImportRun::measure),
  SEARCH("Search", SearchRun::measure),
  TYPING("Search as one types", TypingRun::measure),
  FETCH("Fetching", FetchRun::measure),
  GROWTH("Growth", Growth::measure),
  JMH("Hot parts", HotPartsRun::measure);

  private final String title;
  private final Measuring measuring;

  /// Measures and adds rows to the table.
  private interface Measuring {
    void run(Bench bench) throws Exception;
  }

  Section(String title, Measuring measuring) {
    this.title = title;
    this.measuring = measuring;
  }

  /// @param list names with commas between them; empty for all
  /// @throws IllegalArgumentException if there is none of a name
  static Set<Section> of(String list) {
    Collection<Section> named =
        list.isBlank()
            ? List.of(values())
            : Arrays.stream(list.split(","))
                .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
    return EnumSet.copyOf(named);
  }

  void run(Bench bench) throws Exception {
    bench.table().section(title);
    measuring.run(bench);
  }
}
