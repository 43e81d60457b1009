package zhai.fetch;

/// The budgets of a fetch; passing one ends it with {@link FetchOutcome.LimitReached}.
public enum Limit {
  /// Time to open a connection.
  CONNECT_TIME,
  /// Time for the whole fetch, redirects included, waiting for its turn not.
  CALL_TIME,
  /// Bytes of a body as they come over the wire.
  WIRE_BYTES,
  /// Bytes of a body after decompression.
  DECODED_BYTES,
  /// How many times larger a body may become by decompression.
  RATIO,
  /// Content codings on top of each other: one.
  CODINGS,
  /// Redirects.
  REDIRECTS,
  /// Characters of an address.
  ADDRESS_LENGTH,
  /// Bytes of a response's head.
  HEADER_BYTES
}
