package zhai.fetch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An installed Chromium, Chrome or Edge, for pages that show nothing without their scripts.
public final class Browser {

  private final Path program;
  private final FetchOptions options;
  private final InstantSource clock;

  private Browser(Path program, FetchOptions options, InstantSource clock) {
    this.program = program;
    this.options = options;
    this.clock = clock;
  }

  /// Looks for a browser: the one that `ZHAI_BROWSER` names, else where they usually are.
  ///
  /// @param environment the process's environment variables
  /// @return empty if there is none
  public static Optional<Browser> find(
      Map<String, String> environment, FetchOptions options, InstantSource clock) {
    return Optional.empty();
  }

  /// Opens a page without a window, and takes its DOM after its scripts have run.
  public FetchOutcome open(FetchRequest request) {
    return new FetchOutcome.Unreachable(
        FetchOutcome.Reason.BROWSER,
        program + " is not driven yet, " + clock.instant() + options,
        List.of(request.address()));
  }
}
