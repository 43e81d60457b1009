package zhai.index;

import java.lang.management.ManagementFactory;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.query.FuzzedQueries;
import zhai.query.Query;
import zhai.query.QueryException;
import zhai.query.QueryParser;

/// Asks fuzzed queries: all of them of the parser, which must answer with a query that reads back
/// as itself or with a place and a sentence; every so often one of an index.
final class QueryFuzz {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  private final SearchIndex index;
  private final FuzzedQueries queries;
  private final List<String> failures = new ArrayList<>();
  private Slowest parsing = new Slowest("", 0);
  private Slowest searching = new Slowest("", 0);
  private int understood;
  private int asked;
  private int slow;

  QueryFuzz(SearchIndex index, FuzzedQueries queries) {
    this.index = index;
    this.queries = queries;
  }

  /// The text that took longest, in processor time.
  private record Slowest(String text, long nanos) {
    Slowest or(String other, long otherNanos) {
      return otherNanos > nanos ? new Slowest(other, otherNanos) : this;
    }

    @Override
    public String toString() {
      return "%.1f ms for %s".formatted(nanos / 1e6, shown(text));
    }
  }

  /// @param every how many texts one is asked of the index, if it is a query
  void run(int texts, int every) {
    for (int i = 0; i < texts; i++) {
      String text = queries.next();
      try {
        Query query = parse(text);
        if (query != null && i % every == 0) {
          ask(text, query);
        }
      } catch (RuntimeException | StackOverflowError e) {
        failures.add(e + ": " + shown(text));
      }
    }
  }

  private @Nullable Query parse(String text) {
    long start = time();
    Query query = null;
    try {
      query = QueryParser.parse(text, FuzzedQueries.SAVED);
      understood++;
    } catch (QueryException e) {
      if (e.position() < 0 || e.position() > text.length() || e.caretBlock().lines().count() != 2) {
        failures.add("points nowhere: " + shown(text));
      }
    }
    parsing = parsing.or(text, time() - start);
    if (query != null && !readsBack(query)) {
      failures.add("reads back as another query: " + shown(text));
    }
    return query;
  }

  private static boolean readsBack(Query query) {
    String written = query.toString();
    return written.length() > QueryParser.MAX_LENGTH || QueryParser.parse(written).equals(query);
  }

  private void ask(String text, Query query) {
    long start = time();
    SearchResult result = index.search(query, SearchOptions.best(10, NOW));
    if (result.total() == 0) {
      index.respelt(query, NOW);
    }
    long nanos = time() - start;
    asked++;
    slow += nanos > 1_000_000_000 ? 1 : 0;
    searching = searching.or(text, nanos);
  }

  List<String> failures() {
    return failures;
  }

  /// Processor time of this thread: what else the machine does is no fault of a query.
  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String shown(String text) {
    String visible =
        text.chars()
            .limit(160)
            .mapToObj(c -> c < ' ' || c >= 0x7F ? "\\u%04X".formatted(c) : Character.toString(c))
            .reduce("", String::concat);
    return "%d characters: %s".formatted(text.length(), visible);
  }

  @Override
  public String toString() {
    return """
    %d understood; %d asked of the index, %d for longer than a second; %d failures
    slowest to read: %s
    slowest to find: %s\
    """
        .formatted(understood, asked, slow, failures.size(), parsing, searching);
  }
}
