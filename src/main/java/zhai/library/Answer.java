package zhai.library;

import java.util.List;
import java.util.Map;
import zhai.fetch.FetchOutcome;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// What a page source answered, as the intake needs it: bytes to read, or a verdict already.
sealed interface Answer {

  /// Bytes came.
  ///
  /// @param hops addresses passed on the way, the asked one first; empty if there was no way
  /// @param images pictures that came along with the page, by what it calls them
  record Came(Snapshot snapshot, List<String> hops, Map<String, Bytes> images) implements Answer {
    @Override
    public long bytes() {
      return snapshot.body().size() + images.values().stream().mapToLong(Bytes::size).sum();
    }
  }

  /// The page is what it was when the current reading was made.
  record Unchanged() implements Answer {}

  /// Nothing to read.
  record Failed(Verdict verdict, String detail) implements Answer {}

  /// How many bytes are in memory until it is read.
  default long bytes() {
    return 0;
  }

  private static String sentence(FetchOutcome.BadRedirect redirect) {
    return switch (redirect.problem()) {
      case NO_LOCATION -> "the server sends on without saying where to";
      case NOT_WEB ->
          "the server sends on to something that is no web page: " + redirect.location();
      case LOOP -> "the server sends round in a circle";
    };
  }

  static Answer of(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> new Came(fetched.snapshot(), fetched.hops(), Map.of());
      case FetchOutcome.NotModified _ -> new Unchanged();
      case FetchOutcome.LimitReached limit -> new Failed(Verdict.UNSUPPORTED, limit.detail());
      case FetchOutcome.Unreachable away -> new Failed(Verdict.UNREACHABLE, away.detail());
      case FetchOutcome.BadRedirect redirect -> new Failed(Verdict.UNREACHABLE, sentence(redirect));
      case FetchOutcome.PrivateAddress address -> new Failed(Verdict.SKIPPED, address.detail());
    };
  }
}
