package zhai.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.fetch.Browser;
import zhai.fetch.FetchOutcome;
import zhai.fetch.FetchRequest;
import zhai.fetch.Fetcher;
import zhai.fetch.Provenance;
import zhai.fetch.SavedPage;
import zhai.fetch.Validators;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Where a bookmark's page comes from.
public sealed interface PageSource extends AutoCloseable {

  /// Our own client asks for it.
  ///
  /// @param provenance who named the addresses; decides about private ones
  record Network(Fetcher fetcher, Provenance provenance) implements PageSource {
    @Override
    public void close() {
      fetcher.close();
    }
  }

  /// An installed browser opens it; what counts is its document after load.
  record InstalledBrowser(Browser browser, Provenance provenance) implements PageSource {}

  /// The user hands the page over; nothing is asked for.
  ///
  /// @param images pictures that came along with it, by what it calls them
  record HandedOver(Snapshot snapshot, Map<String, Bytes> images) implements PageSource {

    /// A file as what an address answered.
    ///
    /// @param address where the page lives
    public static HandedOver of(SavedPage page, String address, Instant now) {
      return new HandedOver(page.snapshot(address, now), page.images());
    }
  }

  /// Lets go of connections; a source that holds none has nothing to do.
  @Override
  default void close() {}

  /// The page of a fetch address.
  ///
  /// @param validators of the snapshot that the current reading was made from, or null
  default Answer ask(String fetchAddress, @Nullable Validators validators) {
    return switch (this) {
      case Network network ->
          Answer.of(
              network
                  .fetcher()
                  .fetch(new FetchRequest(fetchAddress, network.provenance(), validators)));
      case InstalledBrowser installed -> {
        FetchOutcome outcome =
            installed.browser().open(new FetchRequest(fetchAddress, installed.provenance(), null));
        yield Answer.of(outcome);
      }
      case HandedOver given -> new Answer.Came(given.snapshot(), List.of(), given.images());
    };
  }
}
