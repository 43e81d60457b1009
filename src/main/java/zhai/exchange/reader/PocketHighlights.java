package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportReader;
import zhai.model.Surroundings;

/// The highlights that stand beside the table in Pocket's last export (`annotations/`): a list of
/// pages, each with its `highlights`.
public final class PocketHighlights implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.itemHas("url", "title", "highlights") && shape.itemKeys().size() == 3;
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of(), PocketHighlights::item);
  }

  private static ImportLine item(JsonItem page) {
    List<Quote> quotes =
        page.items("highlights").stream()
            .map(PocketHighlights::quote)
            .filter(Objects::nonNull)
            .toList();
    return Links.read(page.words("url"), it -> it.titled(page.words("title")).quoting(quotes));
  }

  private static @Nullable Quote quote(JsonItem highlight) {
    String words = highlight.words("quote");
    return words == null
        ? null
        : new Quote(words, null, Surroundings.NONE, highlight.time("created_at"));
  }
}
