package zhai.index;

import java.util.List;
import java.util.Set;
import zhai.query.Field;

/// A kind of text that passages are shown from.
///
/// @param field as what it is shown
/// @param stored the stored field with the texts
/// @param searched needles that are looked for in one of these may stand in it
/// @param columns up to which a passage goes; a shorter text is shown whole if it is the user's own
/// @param preference by how much its passages are preferred to the page's, as a factor
record SnippetSource(
    Field field, String stored, Set<TextField> searched, int columns, double preference) {
  /// Three lines of a terminal.
  private static final int PASSAGE = 240;

  /// An excerpt or a note that is still shown whole.
  private static final int OWN = 600;

  private static final double FOR_OWN = 1.15;
  private static final double FOR_LABELS = 0.2;

  static final SnippetSource TITLE =
      new SnippetSource(
          Field.TITLE, TextField.TITLE.stored(), Set.of(TextField.TITLE), OWN, FOR_LABELS);

  /// Of equal ones the earlier is preferred.
  static final List<SnippetSource> ALL =
      List.of(
          new SnippetSource(
              Field.NOTE, TextField.NOTE.stored(), Set.of(TextField.NOTE), OWN, FOR_OWN),
          new SnippetSource(
              Field.EXCERPT, TextField.EXCERPT.stored(), Set.of(TextField.EXCERPT), OWN, FOR_OWN),
          new SnippetSource(
              Field.TEXT, TextField.PAGE.stored(), Set.of(TextField.PAGE), PASSAGE, 1),
          TITLE,
          label(Field.TAG, TextField.LABEL),
          label(Field.AUTHOR, TextField.LABEL, TextField.AUTHOR),
          label(Field.SITE, TextField.LABEL, TextField.SITE),
          label(Field.URL, TextField.URL));

  private static SnippetSource label(Field field, TextField... searched) {
    return new SnippetSource(field, stored(field), Set.of(searched), OWN, FOR_LABELS);
  }

  /// The stored field with what is written on a bookmark.
  static String stored(Field field) {
    return "shown." + field.label();
  }

  /// Whether the user wrote or picked it, so that nothing of it is left out silently.
  boolean isOwn() {
    return field == Field.NOTE || field == Field.EXCERPT;
  }

  /// Whether it is only shown for words that stand nowhere else.
  boolean isLabel() {
    return preference == FOR_LABELS;
  }

  /// Whether a text is shown whole.
  boolean showsWhole(String text) {
    return field != Field.TEXT && Width.fits(text, 0, text.length(), columns);
  }
}
