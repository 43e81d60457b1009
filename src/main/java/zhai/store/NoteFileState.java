package zhai.store;

import java.time.Instant;

/// A file of the user's notes as it was last read.
///
/// @param file the name that the sources read from it have
/// @param path where it was found, absolute
/// @param sha256 of its bytes, in hexadecimal digits
/// @param reader the version of the reading: another one would find something else in the same
///   bytes
/// @param records sections under a lone link
/// @param mentions links in running text
/// @param skipped links that are neither, such as those in code
public record NoteFileState(
    String file,
    String path,
    String sha256,
    long bytes,
    Instant readAt,
    int reader,
    int records,
    int mentions,
    int skipped) {}
