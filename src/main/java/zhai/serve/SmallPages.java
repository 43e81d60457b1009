package zhai.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.library.UnknownBookmarkException;
import zhai.model.Entry;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// The pages around reading: adding, what became of it, saving from a bookmarklet, help.
final class SmallPages {
  private static final int MOST_ROWS = 200;

  private final Library library;
  private final Templates templates;
  private final String key;
  private final Fetching fetching;

  SmallPages(Library library, Templates templates, String key, Fetching fetching) {
    this.library = library;
    this.templates = templates;
    this.key = key;
    this.fetching = fetching;
  }

  /// A page that says the same to everybody.
  record Plain(Shell shell) {}

  /// A bookmark without an article.
  ///
  /// @param running whether its page is being asked for now
  record Waiting(Row row, String trouble, boolean running) {}

  /// What was asked for and has not come, or not yet.
  record Status(Shell shell, boolean busy, String summary, List<Waiting> waiting) {}

  /// What a bookmarklet hands over, before anything is stored.
  ///
  /// @param problem why that can't be saved; empty if it can
  /// @param there the bookmark that is there already, or null
  record Save(
      Shell shell,
      String problem,
      String address,
      String canonical,
      String pageTitle,
      String selection,
      @Nullable Row there) {}

  /// @param code what a browser runs on a page when it is clicked
  record Bookmarklet(Shell shell, String code) {}

  Reply add() {
    return plain("add", "Add pages");
  }

  Reply help() {
    return plain("help", "Help");
  }

  private Reply plain(String template, String title) {
    return Reply.html(200, templates.fill(template, new Plain(new Shell(title, key, ""))));
  }

  Reply status() {
    List<Long> ids = new Finder(library).unread();
    List<Long> shown = ids.reversed().subList(0, Math.min(MOST_ROWS, ids.size()));
    List<Long> running = fetching.running();
    List<Waiting> waiting =
        library.outlines(shown).stream().map(entry -> waiting(entry, running)).toList();
    String summary =
        ids.isEmpty()
            ? "Every page that was asked for has been read."
            : "%,d pages have not been read%s."
                .formatted(ids.size(), ids.size() > shown.size() ? "; the last are shown" : "");
    Shell shell = new Shell("Status", key, "");
    return Reply.html(
        200, templates.fill("status", new Status(shell, !running.isEmpty(), summary, waiting)));
  }

  private Waiting waiting(Entry entry, List<Long> running) {
    long id = entry.bookmark().id();
    return new Waiting(Row.of(entry, library.zone()), fetching.trouble(id), running.contains(id));
  }

  /// Shows what would be saved; nothing is stored until the person says so.
  Reply save(Asked asked) {
    String given = asked.text("url");
    Shell shell = new Shell("Save this page", key, "");
    String title = asked.text("title");
    String selection = asked.text("selection");
    try {
      WebUrl url = library.rules().identify(given);
      Save view =
          new Save(shell, "", given, url.canonical(), title, selection, there(url.canonical()));
      return Reply.html(200, templates.fill("save", view));
    } catch (InvalidUrlException e) {
      Save view = new Save(shell, Failed.of(e).sentence(), given, "", title, selection, null);
      return Reply.html(400, templates.fill("save", view));
    }
  }

  private @Nullable Row there(String canonical) {
    try {
      return Row.of(library.entry(canonical), library.zone());
    } catch (UnknownBookmarkException _) {
      return null;
    }
  }

  Reply bookmarklet(Asked asked) {
    String code =
        """
        javascript:(()=>{const e=encodeURIComponent;open("http://%s/save?url="+e(location.href)\
        +"&title="+e(document.title.slice(0,500))+"&selection="+e(getSelection().toString().slice(0,3000))\
        ,"_blank","noopener,noreferrer")})()\
        """
            .formatted(asked.host());
    return Reply.html(
        200,
        templates.fill("bookmarklet", new Bookmarklet(new Shell("Bookmarklet", key, ""), code)));
  }
}
