package zhai.fetch;

import org.jspecify.annotations.Nullable;

/// What to fetch, and on whose word.
///
/// @param address absolute http(s); anything else becomes {@link FetchOutcome.Unreachable}
/// @param provenance decides whether a private address may be asked at all
/// @param validators what an earlier answer said of its version; null to ask unconditionally
/// @param purpose what it is wanted for
public record FetchRequest(
    String address, Provenance provenance, @Nullable Validators validators, Purpose purpose) {

  /// What an address is asked for, which decides what is said of us and how much may come.
  public enum Purpose {
    /// A page to read.
    PAGE,
    /// A picture in a page. It goes without the user's cookies: whoever wrote the page chose the
    /// address. Less may come, see {@link Limits#forImages()}.
    IMAGE
  }

  /// A request for a page.
  public FetchRequest(String address, Provenance provenance, @Nullable Validators validators) {
    this(address, provenance, validators, Purpose.PAGE);
  }

  /// An unconditional request for an address that the user typed.
  public static FetchRequest named(String address) {
    return new FetchRequest(address, Provenance.NAMED, null);
  }

  /// An unconditional request for an address found in an import, a pipe or a page.
  public static FetchRequest collected(String address) {
    return new FetchRequest(address, Provenance.COLLECTED, null);
  }

  /// A request for a picture that a page shows.
  public static FetchRequest image(String address) {
    return new FetchRequest(address, Provenance.COLLECTED, null, Purpose.IMAGE);
  }
}
