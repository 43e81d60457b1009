package zhai.model;

/// Where in the user's own notes a mark was read.
///
/// @param file as given at the import, with `/` between folders
/// @param line where the record or mention that the mark belongs to begins, from 1
public record Origin(String file, int line) {}
