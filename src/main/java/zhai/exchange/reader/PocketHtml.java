package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Times;
import zhai.exchange.reader.TagScanner.Piece;
import zhai.exchange.reader.TagScanner.Tag;
import zhai.exchange.reader.TagScanner.Text;
import zhai.model.ReadingState;

/// Pocket's older export, `ril_export.html`: a list of what is unread, and one of what was read.
public final class PocketHtml implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    String text = beginning.text().stripLeading().toLowerCase(Locale.ROOT);
    return text.startsWith("<") && text.contains("<title>pocket export") && text.contains("<h1>");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (Reader text = in.text()) {
      TagScanner scanner = new TagScanner(text);
      StringBuilder words = new StringBuilder();
      @Nullable ReadingState state = null;
      @Nullable Tag link = null;
      for (Piece piece = scanner.next(); piece != null; piece = scanner.next()) {
        switch (piece) {
          case Text(String more) -> words.append(more);
          case Tag tag -> {
            if (tag.name().equals("/h1")) {
              state = state(words.toString());
            } else if (link != null) {
              sink.accept(new Place(in.name(), link.line()), item(link, words.toString(), state));
            }
            link = tag.name().equals("a") && tag.has("href") ? tag : null;
            words.setLength(0);
          }
        }
      }
    }
  }

  private static ImportLine item(Tag link, String title, @Nullable ReadingState state) {
    return Links.read(
        link.value("href"),
        it ->
            it.titled(Links.words(title))
                .tagged(Links.tags(Stream.of(link.value("tags").split("[,|]"))))
                .standing(new Standing(Times.parse(link.value("time_added")), null, state, false)));
  }

  private static ReadingState state(String heading) {
    return heading.toLowerCase(Locale.ROOT).contains("archive")
        ? ReadingState.READ
        : ReadingState.UNREAD;
  }
}
