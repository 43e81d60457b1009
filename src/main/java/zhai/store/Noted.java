package zhai.store;

import zhai.model.NoteSource;

/// A place in the user's notes and the bookmark that stands there.
///
/// @param id the bookmark's number
/// @param trashed whether it lies in the trash
public record Noted(long id, boolean trashed, NoteSource source) {}
