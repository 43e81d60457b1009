package zhai.fetch;

import org.jspecify.annotations.Nullable;

/// What to fetch, and on whose word.
///
/// @param address absolute http(s); anything else becomes {@link FetchOutcome.Unreachable}
/// @param provenance decides whether a private address may be asked at all
/// @param validators what an earlier answer said of its version; null to ask unconditionally
public record FetchRequest(String address, Provenance provenance, @Nullable Validators validators) {

  /// An unconditional request for an address that the user typed.
  public static FetchRequest named(String address) {
    return new FetchRequest(address, Provenance.NAMED, null);
  }

  /// An unconditional request for an address found in an import, a pipe or a page.
  public static FetchRequest collected(String address) {
    return new FetchRequest(address, Provenance.COLLECTED, null);
  }
}
