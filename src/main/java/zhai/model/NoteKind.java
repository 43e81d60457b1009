package zhai.model;

import java.util.Locale;

/// What a link in the user's notes is to them.
public enum NoteKind {
  /// A section of its own: the link stands alone, and what follows is about that page.
  RECORD("record"),
  /// A link in running text; the paragraph around it is what was said about the page.
  MENTION("mention");

  private final String label;

  NoteKind(String label) {
    this.label = label;
  }

  /// The kind as files, the database and scripts know it.
  public String label() {
    return label;
  }

  /// Reads a {@link #label()} back.
  ///
  /// @throws IllegalArgumentException if there is no such kind
  public static NoteKind ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
