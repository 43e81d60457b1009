package zhai.fetch;

import java.util.List;
import zhai.model.Snapshot;

/// What came of a fetch.
///
/// `hops` are the addresses passed, in order: the first is the one asked for, as given; the last is
/// the one that answered, or at which the fetch ended. `detail` is one short clause for a person,
/// without a full stop.
public sealed interface FetchOutcome {
  List<String> hops();

  /// A server answered, with whatever status; a 403, 404, 429 or 503 is an answer too.
  ///
  /// Nothing is asked twice: what a `Retry-After` says stands in the snapshot's headers, and
  /// whether to come back is the caller's business.
  ///
  /// @param snapshot its address is the last hop without credentials
  record Fetched(Snapshot snapshot, List<String> hops) implements FetchOutcome {
    public Fetched {
      hops = List.copyOf(hops);
    }
  }

  /// The server says that nothing changed since the {@link Validators} sent.
  record NotModified(List<String> hops) implements FetchOutcome {
    public NotModified {
      hops = List.copyOf(hops);
    }
  }

  /// A budget was used up; what had come by then is thrown away.
  record LimitReached(Limit limit, String detail, List<String> hops) implements FetchOutcome {
    public LimitReached {
      hops = List.copyOf(hops);
    }
  }

  /// No whole answer came.
  record Unreachable(Reason reason, String detail, List<String> hops) implements FetchOutcome {
    public Unreachable {
      hops = List.copyOf(hops);
    }
  }

  /// The next address leads to a private place that this request may not reach; it was not asked.
  ///
  /// @param address the address that was refused
  record PrivateAddress(String address, String detail, List<String> hops) implements FetchOutcome {
    public PrivateAddress {
      hops = List.copyOf(hops);
    }
  }

  /// A redirect that can't be followed.
  ///
  /// @param location as the server gave it, empty if it gave none
  record BadRedirect(Redirect problem, String location, List<String> hops) implements FetchOutcome {
    public BadRedirect {
      hops = List.copyOf(hops);
    }
  }

  /// Why there is no whole answer.
  enum Reason {
    /// Not an http(s) address, or a host in a spelling that programs read differently.
    ADDRESS,
    /// The host's name was not found.
    NAME,
    /// Nothing answers there.
    CONNECT,
    /// No trusted encrypted connection.
    TLS,
    /// The connection ended before the answer did.
    LOST,
    /// What came is not HTTP.
    PROTOCOL,
    /// The body can't be decoded.
    BODY,
    /// The thread was interrupted; its flag is still set.
    INTERRUPTED,
    /// The browser could not be run, or showed nothing.
    BROWSER
  }

  /// Why a redirect can't be followed.
  enum Redirect {
    /// A redirecting status without a `Location`.
    NO_LOCATION,
    /// To something that isn't http(s): `file:`, `javascript:`, `data:`, nonsense.
    NOT_WEB,
    /// Back to an address already asked with the same cookies.
    LOOP
  }
}
