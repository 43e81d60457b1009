package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import zhai.extension.Caller;
import zhai.extension.NativeHost;
import zhai.fetch.FetchOptions;

/// `zhai native-host`: what a browser starts for the extension. Standard input and output are the
/// pipe between them, so nothing else may be printed there.
@Command(
    name = "native-host",
    hidden = true,
    description =
        "Answers the browser extension. Browsers start it; `zhai extension install` tells them to.",
    footer = {"", "Example (as a browser does):", "  zhai native-host chrome-extension://ID/"})
final class NativeHostCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "CALLER",
      description = "Who calls: an extension's origin, or a manifest and an add-on's id.")
  List<String> caller = new ArrayList<>();

  NativeHostCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!Caller.isOurExtension(caller)) {
      throw new UsageException(
          "only zhai's own browser extension may call this; `zhai extension install` sets it up");
    }
    NativeHost.Doors doors =
        new NativeHost.Doors(
            session::open,
            session::create,
            PageOptions.wantsImages(session)
                ? () -> session.fetcher(FetchOptions.defaults())
                : null,
            failure -> Failure.meaning(failure).sentence());
    try {
      new NativeHost(doors, ZhaiCommand.VERSION).serve(session.input(), session.printer().stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.OK;
  }
}
