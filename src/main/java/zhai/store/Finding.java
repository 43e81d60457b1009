package zhai.store;

/// Something that {@link Store#check} found.
///
/// @param sentence what is wrong and where, for a person
public record Finding(Kind kind, String sentence) {
  /// What a finding is about.
  public enum Kind {
    /// SQLite's own structure: pages, indexes, constraints.
    STRUCTURE,
    /// A row that points to nothing.
    REFERENCE,
    /// A rule of the library that its rows break.
    RULE,
    /// A bookmark whose rows are not those that were stored.
    SEAL,
    /// A page body whose bytes are not those that were stored.
    BODY,
    /// A place that can't promise what SQLite needs (a network file system). Nothing is damaged.
    PLACE
  }

  public boolean isDamage() {
    return kind != Kind.PLACE;
  }
}
