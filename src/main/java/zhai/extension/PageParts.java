package zhai.extension;

/// A page that comes in pieces, because it is longer than one message. Pieces are put together as
/// text, so that a character which two of them share is whole again.
final class PageParts {
  /// As much as is decoded of a page that is fetched.
  static final int MAX_CHARACTERS = 50 << 20;

  private final StringBuilder text = new StringBuilder();
  private int count;

  /// Appends a piece; number 0 forgets what was there.
  ///
  /// @return how many characters there are now
  /// @throws BadRequestException if it is not the next one, or the page becomes too long
  int add(Request.Page piece) {
    if (piece.part() == 0) {
      clear();
    }
    if (piece.part() != count) {
      int wanted = count;
      clear();
      throw new BadRequestException(
          "part %d of the page came where %d was expected".formatted(piece.part(), wanted));
    }
    if (text.length() + (long) piece.text().length() > MAX_CHARACTERS) {
      clear();
      throw tooLong();
    }
    text.append(piece.text());
    count++;
    return text.length();
  }

  /// The whole page; it is forgotten here.
  ///
  /// @throws BadRequestException if it did not come in that many pieces
  String take(int parts) {
    int came = count;
    String page = text.toString();
    clear();
    if (parts < 1 || parts != came) {
      throw new BadRequestException(
          "the page came in %d parts, and %d were to be saved".formatted(came, parts));
    }
    return page;
  }

  static BadRequestException tooLong() {
    return new BadRequestException(
        "the page has more than %,d characters; save it as a file and use zhai add URL --html FILE"
            .formatted(MAX_CHARACTERS));
  }

  private void clear() {
    text.setLength(0);
    count = 0;
  }
}
