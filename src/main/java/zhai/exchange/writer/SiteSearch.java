package zhai.exchange.writer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhai.exchange.Characters;
import zhai.exchange.JsonText;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.Mark;

/// What a site's search looks through: a script that holds one array, because a page opened from a
/// disk may load a script, but may not fetch a file of data.
final class SiteSearch implements Closeable {
  private final Writer out;

  /// @param out closed with this
  SiteSearch(Writer out) throws IOException {
    this.out = out;
    out.write("\"use strict\";\nconst pages = [\n");
  }

  void add(Entry entry, Set<With> with, Optional<Article> article) throws IOException {
    List<String> text = new ArrayList<>();
    entry.bookmark().tags().forEach(tag -> text.add("#" + tag.label()));
    entry.marks().forEach(mark -> addWords(mark, with, text));
    article.ifPresent(it -> text.add(it.content().text()));
    Article facts = entry.currentArticle();
    ObjectNode page = JsonText.object();
    page.put("page", SitePages.file(entry));
    page.put("title", Characters.oneLine(entry.title()));
    page.put("site", facts == null || facts.site() == null ? "" : Characters.oneLine(facts.site()));
    page.put("text", Characters.oneLine(String.join(" · ", text)));
    out.append(JsonText.write(page)).append(",\n");
  }

  private static void addWords(Mark mark, Set<With> with, List<String> text) {
    switch (mark) {
      case Mark.Excerpt excerpt when with.contains(With.EXCERPTS) -> {
        text.add(excerpt.quote());
        if (excerpt.comment() != null) {
          text.add(excerpt.comment());
        }
      }
      case Mark.Note note when with.contains(With.NOTES) -> text.add(note.text());
      case Mark.Excerpt _, Mark.Note _ -> {}
    }
  }

  @Override
  public void close() throws IOException {
    out.write("];\n");
    out.close();
  }
}
