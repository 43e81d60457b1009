package zhai.exchange;

/// Why an item was left out that is no fault of the file.
public enum Skip {
  /// `javascript:`, `place:`, `about:`, `file:` and the like: nothing to read again.
  NOT_WEB("not on the web"),
  /// A link in a piece of code.
  IN_CODE("in code"),
  /// A link in a comment of a note.
  IN_COMMENT("in comments"),
  /// What a note shows or is made of: a picture, a player, a property.
  EMBEDDED("of pictures and the like"),
  /// An address of this machine or its network.
  LOCAL("on this machine"),
  /// A highlight or a note of something without any address.
  NO_ADDRESS("without an address"),
  /// What the other program had thrown away.
  TRASHED("in the trash there"),
  /// A picture, a script, a redirect, an error: what a web archive keeps beside its pages.
  NO_PAGE("no page"),
  /// The library has all of it already.
  KNOWN("known already");

  private final String sentence;

  Skip(String sentence) {
    this.sentence = sentence;
  }

  /// Behind a number: `3 known already`.
  public String sentence() {
    return sentence;
  }
}
