/// The user's own Markdown notes, read: one file's text in, the pages that it speaks of out.
///
/// A note stays the user's: whatever is taken from it is a slice of the file, so that it can go
/// back byte for byte. {@link zhai.exchange.note.NoteReader} is the door. It knows Markdown as
/// CommonMark has it, with tables, and what Docusaurus, Hugo, Jekyll, Obsidian and Logseq add.
@NullMarked
package zhai.exchange.note;

import org.jspecify.annotations.NullMarked;
