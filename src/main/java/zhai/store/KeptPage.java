package zhai.store;

/// A page whose bytes are kept: those that a bookmark's current version was read from.
///
/// @param id the bookmark's
/// @param bytes of the page, before they were packed
public record KeptPage(long id, long bytes) {}
