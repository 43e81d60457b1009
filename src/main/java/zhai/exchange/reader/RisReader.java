package zhai.exchange.reader;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Times;

/// RIS, the format that Zotero, EndNote, Mendeley and most publishers write: lines of a tag of two
/// letters and a value, from `TY - ` to `ER - `. A line without a tag goes on with the value before
/// it. What stands before the first record is no record.
public final class RisReader implements ImportReader {
  private static final Pattern BEGINNING = Pattern.compile("(?:\\A|\\n)TY {1,2}- ?[A-Z]{2,8}\\s");
  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]) {1,2}-(?: (.*))?");

  /// @param value a line or several
  private record Field(String tag, String value) {}

  @Override
  public boolean recognises(Beginning beginning) {
    return BEGINNING.matcher(beginning.text()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (LineNumberReader lines = new LineNumberReader(in.text())) {
      List<Field> record = new ArrayList<>();
      int start = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher field = FIELD.matcher(line.strip());
        String tag = field.matches() ? field.group(1) : "";
        if (tag.equals("TY") || tag.equals("ER")) {
          finish(new Place(in.name(), start), record, sink);
          start = lines.getLineNumber();
        }
        if (tag.isEmpty()) {
          goOn(record, line);
        } else if (!tag.equals("ER")) {
          record.add(new Field(tag, field.group(2) == null ? "" : field.group(2)));
        }
      }
      finish(new Place(in.name(), start), record, sink);
    }
  }

  private static void goOn(List<Field> record, String line) {
    if (!record.isEmpty()) {
      Field last = record.removeLast();
      record.add(new Field(last.tag(), last.value() + "\n" + line.strip()));
    }
  }

  private static void finish(Place place, List<Field> record, Sink sink) {
    if (!record.isEmpty() && record.getFirst().tag().equals("TY")) {
      Reference.Builder reference = new Reference.Builder();
      record.forEach(field -> add(field, reference));
      sink.accept(place, reference.build().line());
    } else if (!record.isEmpty()) {
      String raw =
          String.join("\n", record.stream().map(it -> it.tag() + "  - " + it.value()).toList());
      String reason = "These lines stand outside of any record, which begins with TY.";
      sink.accept(place, new ImportLine.Rejected(reason, null, raw));
    }
    record.clear();
  }

  private static void add(Field field, Reference.Builder reference) {
    String value = field.value();
    switch (field.tag()) {
      case "TI", "T1", "CT" -> reference.title(value);
      case "UR" -> Arrays.stream(value.split("[;\\s]+(?=https?://)")).forEach(reference::address);
      case "LK" -> reference.address(value);
      case "DO", "DI" -> reference.doi(value);
      case "AU", "A1" -> reference.author(value);
      case "T2", "JO", "JF", "JA", "BT" -> reference.container(value);
      case "PB" -> reference.container(value);
      case "LA" -> reference.language(value);
      case "DA", "PY", "Y1" -> reference.published(Times.dayIn(value));
      case "Y2" -> reference.addedAt(Times.in(value));
      case "KW" -> Arrays.stream(value.split("[;\\n]")).forEach(reference::keyword);
      case "AB", "N1", "N2" -> reference.note(value);
      default -> {}
    }
  }
}
