package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;
import zhai.exchange.With;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list as a small web site: an index with a search field, a page for each tag, and a
/// page for each bookmark with the user's words before the article.
///
/// It needs no server: the folder can be opened from a disk, put on a stick or behind any address.
/// The only script is the search, in `search.js`; it reads `search-index.js` when somebody begins
/// to type. A content security policy keeps the browser from asking anybody for anything else.
public final class HtmlSite implements FolderWriter {

  @Override
  public void write(ReadingList list, Folder folder) throws IOException {
    SitePages pages = SitePages.of(list);
    put(
        folder,
        "site.css",
        Resources.read("writer/reading-list.css") + Resources.read("writer/site.css"));
    put(folder, "search.js", Resources.read("writer/search.js"));
    put(folder, "index.html", pages.index());
    for (Tag tag : list.tags()) {
      put(folder, pages.file(tag), pages.tag(tag));
    }
    Set<With> with = list.layout().with(EnumSet.allOf(With.class));
    try (SiteSearch search = new SiteSearch(writer(folder, "search-index.js"))) {
      for (Entry entry : list.entries()) {
        Optional<Dossier> dossier =
            with.contains(With.ARTICLE) ? list.whole().of(entry) : Optional.empty();
        put(folder, SitePages.file(entry), pages.page(entry, with, dossier));
        pages.pictures().writeFresh(folder);
        search.add(entry, with, dossier.map(it -> it.entry().currentArticle()));
      }
    }
  }

  private static void put(Folder folder, String path, String text) throws IOException {
    try (Writer out = writer(folder, path)) {
      out.write(text);
    }
  }

  private static Writer writer(Folder folder, String path) throws IOException {
    return new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8);
  }
}
