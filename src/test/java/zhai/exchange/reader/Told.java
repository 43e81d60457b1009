package zhai.exchange.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.model.Bytes;
import zhai.model.Tag;
import zhai.store.ForeignDatabase;

/// A file of `src/test/resources/zhai/exchange` and what a reader makes of it, an item a line:
///
/// `line address | title | tags | added | state and notes`, then a line ` > quote | comment` for
/// each excerpt and ` page: what came along`; or `line ~ why it was skipped: address`, or `line !
/// why it was rejected`.
record Told(String name, byte[] bytes) {
  static Told of(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ImportFile.class.getResourceAsStream(name), name)) {
      return new Told(name, in.readAllBytes());
    }
  }

  static String expected(String name) throws IOException {
    return new String(of(name.substring(0, name.lastIndexOf('.')) + ".expected").bytes, "UTF-8");
  }

  ImportFile file() {
    return new ImportFile(name, () -> new ByteArrayInputStream(bytes), ForeignDatabase::read);
  }

  Beginning beginning() throws IOException {
    return new Beginning(name, Bytes.of(file().beginning().head().toArray()));
  }

  String by(ImportReader reader) throws IOException {
    StringBuilder told = new StringBuilder();
    reader.read(
        file(),
        (place, item) -> told.append((place.line() + " " + told(item)).strip()).append('\n'));
    return told.toString();
  }

  private static String told(ImportLine item) {
    return switch (item) {
      case ImportLine.Supplied line -> told(line);
      case ImportLine.Skipped(String url, var why) -> "~ %s: %s".formatted(why.sentence(), url);
      case ImportLine.Rejected rejected -> "! " + rejected.reason();
      case ImportLine.Full _ -> "all of a bookmark";
      case ImportLine.Blank _ -> "nothing";
    };
  }

  private static String told(ImportLine.Supplied line) {
    ImportLine.Standing standing = line.standing();
    String tags = line.tags().stream().map(Tag::label).collect(Collectors.joining(" "));
    String notes =
        line.notes().stream().map(ImportLine.Words::text).collect(Collectors.joining(" / "));
    StringBuilder told =
        new StringBuilder(
            "%s | %s |%s | %s | %s%s%s"
                .formatted(
                    line.url(),
                    line.title() == null ? "-" : line.title(),
                    tags.isEmpty() ? "" : " " + tags,
                    standing.addedAt() == null ? "-" : standing.addedAt(),
                    standing.state() == null ? "" : standing.state().label() + " ",
                    standing.starred() ? "starred " : "",
                    notes.replace("\n", "⏎")));
    for (ImportLine.Quote quote : line.excerpts()) {
      told.append("\n  > ").append(quote.quote().replace("\n", "⏎"));
      told.append(quote.comment() == null ? "" : " | " + quote.comment().replace("\n", "⏎"));
    }
    switch (line.page()) {
      case null -> {}
      case ImportLine.PageGiven.Text(String text) -> told.append("\n  page: ").append(text.strip());
      case ImportLine.PageGiven.Saved(var saved) ->
          told.append("\n  page: %s, %d bytes".formatted(saved.address(), saved.body().size()));
    }
    return told.toString();
  }
}
