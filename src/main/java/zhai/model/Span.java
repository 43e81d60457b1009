package zhai.model;

/// A place in an article's text.
///
/// @param start in UTF-16 units of {@link Content#text()}, from 0
/// @param end one past the last unit; greater than `start`
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }
}
