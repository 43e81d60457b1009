package zhai.exchange;

/// Where an item stands in what was brought.
///
/// @param file the file's name; of one inside an archive `archive.zip!/inner.json`
/// @param line from 1; 0 where a file has no lines
public record Place(String file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
