package zhai.index;

import java.util.Map;
import java.util.Optional;

/// How far an index has followed which library: what a Lucene commit carries as user data, so that
/// the two are never at odds.
///
/// @param seq the last change of the store that is in the index
/// @param storeUuid the library's own id
/// @param schema {@link #SCHEMA} when it was built
record Watermark(long seq, String storeUuid, int schema) {
  /// Rises whenever fields or analysis change, so that older indexes are built anew.
  static final int SCHEMA = 8;

  static Watermark of(long seq, String storeUuid) {
    return new Watermark(seq, storeUuid, SCHEMA);
  }

  /// Empty if it isn't one.
  static Optional<Watermark> read(Map<String, String> userData) {
    try {
      long seq = Long.parseLong(userData.getOrDefault("indexed_seq", ""));
      int schema = Integer.parseInt(userData.getOrDefault("schema", ""));
      return Optional.of(new Watermark(seq, userData.getOrDefault("store_uuid", ""), schema));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  Map<String, String> userData() {
    return Map.of(
        "indexed_seq", Long.toString(seq),
        "store_uuid", storeUuid,
        "schema", Integer.toString(schema));
  }

  /// Whether an index with this watermark can be used for that library by this program.
  boolean fits(String uuid) {
    return schema == SCHEMA && storeUuid.equals(uuid);
  }
}
