package zhai.exchange.reader;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.model.ReadingState;

/// Pinboard's JSON, in the words of Delicious: `href`, the title as `description`, what the user
/// wrote as `extended`, tags with spaces between them.
public final class PinboardJson implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    return JsonShape.of(beginning).itemHas("href", "description", "tags");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of("posts"), PinboardJson::item);
  }

  private static ImportLine item(JsonItem link) {
    String tags = link.words("tags");
    return Links.read(
        link.words("href"),
        it ->
            it.titled(link.words("description"))
                .tagged(Links.tags(tags == null ? Stream.empty() : Stream.of(tags.split("\\s+"))))
                .noted(Links.notes(link.words("extended")))
                .standing(
                    new Standing(
                        link.time("time"),
                        null,
                        link.says("toread") ? ReadingState.UNREAD : null,
                        false)));
  }
}
