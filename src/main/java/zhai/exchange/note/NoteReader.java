package zhai.exchange.note;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads one file of the user's notes: which pages does it speak of, and what does it say of each?
///
/// * A **record** begins at a paragraph, heading or list item whose only content is a link ({@link
///   LoneLink}). It runs to the next record, the next thematic break, or the next heading of the
///   same or a higher level than the heading it is or stands under (before any heading: to the next
///   `#` heading); within a list item or a block quote it ends with that. A list item's record is
///   the item's own children. A link among other points of a list, or in a quote, has its own
///   record and ends none around it.
/// * Every other http(s) link is a **mention**: what belongs to it is the paragraph, list item,
///   table row or heading around it.
/// * Links in code, in comments, of pictures and to the user's own machine are skipped, each with
///   its reason.
///
/// Nothing in a text makes it fail, and its time grows with the text's length alone: nesting is
/// followed for {@value #MAX_NESTING} levels, below that a text is a text.
public final class NoteReader {
  private static final int MAX_NESTING = 100;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          .build();

  private NoteReader() {}

  /// @param name the file's, with `/` between folders: it may say the day
  /// @param text the file's, from its first character to its last
  public static NoteFile read(String name, String text) {
    FrontMatter front = FrontMatterReader.read(text);
    NoteText note = NoteText.of(text, front.endOffset());
    NoteOutline outline = new NoteOutline(name, front, note);
    return new NoteFile(name, front, outline.read(PARSER.parse(note.shown())));
  }
}
