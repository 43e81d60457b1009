package zhai.exchange.reader;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.model.ReadingState;

/// What linkding's programming interface answers (`/api/bookmarks/`): bookmarks under `results`, or
/// a list of them. What it says of the site itself (`website_title`) is not the user's, and left
/// out.
public final class LinkdingJson implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.itemHas("url", "tag_names") || shape.has("count", "next", "previous", "results");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of("results"), LinkdingJson::item);
  }

  private static ImportLine item(JsonItem link) {
    return Links.read(
        link.words("url"),
        it ->
            it.titled(link.words("title"))
                .tagged(Links.tags(link.labels("tag_names")))
                .noted(Links.notes(link.words("description"), link.words("notes")))
                .standing(new Standing(link.time("date_added"), null, state(link), false)));
  }

  private static @Nullable ReadingState state(JsonItem link) {
    if (link.says("unread")) {
      return ReadingState.UNREAD;
    }
    return link.says("is_archived") ? ReadingState.READ : null;
  }
}
