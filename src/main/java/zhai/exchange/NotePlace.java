package zhai.exchange;

/// Where something stands in a file of notes.
///
/// @param file as given at the import, with `/` between folders
/// @param line the first line, from 1
/// @param lastLine the last line that belongs to it, never before the first
public record NotePlace(String file, int line, int lastLine) {}
