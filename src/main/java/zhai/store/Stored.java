package zhai.store;

/// Which bookmark an address belongs to after it was added.
///
/// @param isNew false if the library had the page already, also when it came back from the trash
public record Stored(long id, boolean isNew) {}
