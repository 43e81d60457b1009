package zhai.store;

/// How far the import of a file has come.
///
/// @param file what tells the file apart, such as where it lies
/// @param sha256 of its bytes: of a file that changed since, nothing is known
/// @param items how many of its items are stored, from the first on
public record ImportProgress(String file, String sha256, int items) {}
