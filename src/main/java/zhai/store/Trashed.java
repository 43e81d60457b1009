package zhai.store;

import java.time.Instant;
import zhai.model.Entry;

/// A bookmark in the trash: it can come back until it is purged.
///
/// @param entry as it was, but for its article's content, which is left empty here
public record Trashed(Entry entry, Instant removedAt) {}
