package zhai.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Change;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// A store's history in memory, as the index sees it.
final class Bookmarks {
  private final List<Change> changes = new ArrayList<>();

  /// A bookmark to be added, with what matters to a test.
  static final class Draft {
    private final long id;
    private String address;
    private @Nullable String ownTitle;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String byline;
    private @Nullable String site;
    private @Nullable String language;
    private @Nullable LocalDate published;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<NoteSource> sources = new ArrayList<>();
    private boolean starred;
    private Instant addedAt;
    private @Nullable Instant readAt;
    private Verdict verdict = Verdict.READ;

    private Draft(long id) {
      this.id = id;
      this.address = "https://example.org/" + id;
      this.addedAt = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(id);
    }

    Draft at(String newAddress) {
      address = newAddress;
      return this;
    }

    Draft ownTitle(String newTitle) {
      ownTitle = newTitle;
      return this;
    }

    Draft page(String newTitle, String newText) {
      title = newTitle;
      text = newText;
      return this;
    }

    Draft by(String newByline, String newSite) {
      byline = newByline;
      site = newSite;
      return this;
    }

    Draft in(String newLanguage) {
      language = newLanguage;
      return this;
    }

    Draft published(String day) {
      published = LocalDate.parse(day);
      return this;
    }

    Draft tag(String label) {
      tags.add(new Tag(label));
      return this;
    }

    Draft excerpt(String quote, @Nullable String comment) {
      marks.add(Mark.Excerpt.of(quote, comment, Instant.EPOCH));
      return this;
    }

    Draft note(String note) {
      marks.add(Mark.Note.of(note, Instant.EPOCH));
      return this;
    }

    Draft standingIn(String file, int line) {
      sources.add(new NoteSource(file, line, null, ""));
      return this;
    }

    Draft starred() {
      starred = true;
      return this;
    }

    Draft added(String instant) {
      addedAt = Instant.parse(instant);
      return this;
    }

    Draft read(String instant) {
      readAt = Instant.parse(instant);
      return this;
    }

    Draft verdict(Verdict newVerdict) {
      verdict = newVerdict;
      return this;
    }

    private Entry entry() {
      @Nullable Instant asked = verdict == Verdict.PENDING ? null : Instant.EPOCH;
      Bookmark bookmark =
          new Bookmark(
              id,
              WebUrl.stored(address, address, address),
              List.of(),
              ownTitle,
              tags,
              readAt == null ? ReadingState.UNREAD : ReadingState.READ,
              starred,
              new Attempt(verdict, null, asked),
              addedAt,
              addedAt,
              readAt);
      return new Entry(bookmark, version(), marks, sources);
    }

    private @Nullable ArticleVersion version() {
      if (text == null) {
        return null;
      }
      PageDate date = published == null ? null : PageDate.of(published);
      Content content = new Content("", "", text);
      Article article =
          new Article(title, byline, site, language, date, null, null, null, null, content);
      return new ArticleVersion(1, Verdict.READ, article, null, Instant.EPOCH, true);
    }
  }

  static Draft draft(long id) {
    return new Draft(id);
  }

  Bookmarks put(Draft draft) {
    Entry entry = draft.entry();
    long id = entry.bookmark().id();
    long seq = latest() + 1;
    changes.removeIf(change -> change instanceof Change.Put p && p.entry().bookmark().id() == id);
    changes.add(new Change.Put(seq, entry));
    return this;
  }

  Bookmarks text(long id, String text) {
    return put(draft(id).page("", text));
  }

  /// Each text under its place in the list.
  static Bookmarks texts(List<String> texts) {
    Bookmarks bookmarks = new Bookmarks();
    for (int i = 0; i < texts.size(); i++) {
      bookmarks.changes.add(new Change.Put(i + 1, draft(i).page("", texts.get(i)).entry()));
    }
    return bookmarks;
  }

  Bookmarks remove(long id) {
    long seq = latest() + 1;
    changes.removeIf(change -> change instanceof Change.Put p && p.entry().bookmark().id() == id);
    changes.add(new Change.Removed(seq, id));
    return this;
  }

  long latest() {
    return changes.isEmpty() ? 0 : changes.getLast().seq();
  }

  /// Changes after a number, two at once.
  List<Change> after(long seq) {
    return after(seq, 2);
  }

  List<Change> after(long seq, int atOnce) {
    return changes.stream().filter(change -> change.seq() > seq).limit(atOnce).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bookmarks bookmarks && changes.equals(bookmarks.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  CatchUp catchUp(SearchIndex index) {
    return index.catchUp(this::latest, this::after);
  }
}
