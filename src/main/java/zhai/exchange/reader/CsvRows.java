package zhai.exchange.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader.Sink;
import zhai.exchange.Place;
import zhai.exchange.Times;

/// The rows of a CSV file with a header, each with the line on which it begins.
///
/// Commas, semicolons or tabs separate, whichever the header has most of. Names of columns are
/// compared without regard to case, and a space in them is an underscore. What spreadsheet programs
/// are protected from (`'=1+1`) is given back as it was (`=1+1`).
final class CsvRows {
  // An apostrophe before what a spreadsheet would calculate, or before such an apostrophe.
  private static final Pattern GUARDED = Pattern.compile("'('*[=+\\-@\t\r\n＝＋－＠])");

  private static final int LONGEST_HEADER = 2_000;

  private CsvRows() {}

  /// One row.
  ///
  /// @param line where it begins, from 1
  record Row(List<String> columns, List<String> cells, int line) {
    /// The cell of the first column of these names that has one with words in it, without white
    /// space around; null if none has.
    @Nullable String words(String... names) {
      for (String name : names) {
        int column = columns.indexOf(name);
        String cell = column < 0 || column >= cells.size() ? "" : cells.get(column);
        if (!cell.isBlank()) {
          return cell.strip();
        }
      }
      return null;
    }

    /// The labels in such a cell, which commas separate, with or without brackets around them
    /// (`["a","b"]`).
    Stream<String> labels(String... names) {
      String cell = words(names);
      return cell == null
          ? Stream.empty()
          : Stream.of(cell.replaceAll("^\\[|]$", "").split("[,，;|]"))
              .map(label -> label.strip().replaceAll("^\"|\"$", ""));
    }

    @Nullable Instant time(String... names) {
      return Times.parse(words(names));
    }

    boolean says(String... names) {
      String cell = words(names);
      return cell != null
          && Set.of("1", "true", "yes", "x").contains(cell.toLowerCase(Locale.ROOT));
    }
  }

  /// The names of the columns of a file that begins like this; none if its first line isn't like a
  /// header.
  static List<String> header(String beginning) {
    String line = beginning.lines().findFirst().orElse("");
    if (line.length() > LONGEST_HEADER || line.startsWith("<") || line.startsWith("{")) {
      return List.of();
    }
    try (CSVParser parser = format(line).parse(new StringReader(line))) {
      return parser.stream().findFirst().map(CsvRows::names).orElse(List.of());
    } catch (IOException | UncheckedIOException | IllegalStateException _) {
      return List.of();
    }
  }

  /// Reads every row of a file as one item.
  static void read(ImportFile in, Sink sink, Function<Row, ImportLine> reading) throws IOException {
    try (Reader text = in.text()) {
      read(
          text,
          row -> sink.accept(new Place(in.name(), row.line()), reading.apply(row)),
          (line, why) -> sink.accept(new Place(in.name(), line), ImportLine.Rejected.of(why)));
    }
  }

  /// Hands every row below the header to `sink`. Where a quotation mark is never closed, the rest
  /// of the file can't be read: `broken` is told the line, and why.
  static void read(Reader text, Consumer<Row> sink, BiConsumer<Integer, String> broken)
      throws IOException {
    BufferedReader rows = new BufferedReader(text);
    CSVParser parser = format(firstLine(rows)).parse(rows);
    int line = 1;
    List<String> columns = List.of();
    try {
      for (CSVRecord record : parser) {
        if (columns.isEmpty()) {
          columns = names(record);
        } else if (record.size() > 1 || !record.get(0).isBlank()) {
          sink.accept(new Row(columns, cells(record), line));
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException _) {
      broken.accept(line, "The rest of the file can't be read: a quotation mark stays open here.");
    }
  }

  private static String firstLine(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    char[] read = new char[LONGEST_HEADER];
    int length = text.read(read, 0, read.length);
    text.reset();
    return new String(read, 0, Math.max(0, length)).lines().findFirst().orElse("");
  }

  private static CSVFormat format(String header) {
    char separator =
        Stream.of(',', ';', '\t')
            .max(Comparator.comparingLong(it -> header.chars().filter(c -> c == it).count()))
            .orElse(',');
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .get();
  }

  private static List<String> names(CSVRecord header) {
    return header.stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
        .toList();
  }

  private static List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    for (String cell : record) {
      boolean guarded = GUARDED.matcher(cell).lookingAt();
      cells.add(guarded ? cell.substring(1) : cell);
    }
    return cells;
  }
}
