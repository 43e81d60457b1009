package zhai.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where in the user's own notes a bookmark stands.
///
/// @param file as given at the import, with `/` between folders
/// @param line from 1
/// @param day the note's date, or null
/// @param body the record's Markdown, byte for byte; empty if there was only the link
public record NoteSource(String file, int line, @Nullable LocalDate day, String body) {}
