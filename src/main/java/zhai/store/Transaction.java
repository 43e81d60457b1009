package zhai.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.ReadingState;
import zhai.model.SavedSearch;
import zhai.model.Tag;
import zhai.store.Stored.Effect;
import zhai.url.WebUrl;

/// Every way to change a library. One exists only while {@link Store#write} runs; what it did is
/// committed together or not at all.
///
/// A bookmark is named by its number or by one that it had before it joined another; a number that
/// was never given or is purged is {@link StoreException.NoBookmark}. A bookmark in the trash can
/// be changed (a fetch may come back late) and stays there. Every method that changes something
/// gives the bookmark the next `seq`; one that finds all as asked changes nothing. `at` becomes the
/// bookmark's `changedAt` unless that is later already.
public final class Transaction {
  private final Sql sql;
  private final Bookmarks bookmarks;
  private boolean open = true;

  Transaction(Sql sql) {
    this.sql = sql;
    this.bookmarks = new Bookmarks(sql);
  }

  void end() {
    open = false;
  }

  /// The bookmark an address leads to, as this transaction sees it; not one in the trash.
  public Optional<Long> idOf(String canonical) {
    requireOpen();
    return bookmarks.presentByAddress(canonical);
  }

  /// The bookmark as this transaction sees it; not one in the trash.
  public Optional<Entry> entry(long id) {
    requireOpen();
    return bookmarks.resolve(id).flatMap(live -> entries().one(live, Entries.Depth.WHOLE));
  }

  /// Every reading of a bookmark that this transaction sees, by number.
  public List<ArticleVersion> versions(long id) {
    requireOpen();
    return bookmarks.resolve(id).map(new Articles(sql)::versions).orElse(List.of());
  }

  /// Finds the bookmark of the page or adds one. One in the trash comes back. Of a known page the
  /// fetch address is renewed: what a site wants to see in it (a token) may have run out.
  public Stored addBookmark(WebUrl url, Instant at) {
    requireOpen();
    Optional<Long> known = bookmarks.byAddress(url.canonical());
    if (known.isEmpty()) {
      return new Stored(bookmarks.insert(url, at), Effect.ADDED);
    }
    boolean back = untrash(known.get(), at);
    changed(known.get(), null, () -> bookmarks.renewFetchAddress(known.get(), url));
    return new Stored(known.get(), back ? Effect.CHANGED : Effect.SAME);
  }

  /// Lets another address lead to the bookmark.
  ///
  /// @return false if the address leads to a bookmark already: this one, another one (then the
  ///   caller may {@link #merge}), or one in the trash
  public boolean addAlias(long id, String canonical) {
    long live = live(id);
    return changed(live, null, () -> bookmarks.addAlias(live, canonical));
  }

  /// Adds an excerpt or a note behind the others; its `addedAt` is the time of the change.
  ///
  /// @return false if the same is there: the same quote and comment, or a note of the same text
  public boolean addMark(long id, Mark mark) {
    long live = live(id);
    return changed(live, mark.addedAt(), () -> new Marks(sql).add(live, mark));
  }

  /// Replaces the mark that has `mark.id()`; its place in the order and its `addedAt` stay.
  ///
  /// @return false if the bookmark has no such mark
  public boolean updateMark(long id, Mark mark, Instant at) {
    long live = live(id);
    return changed(live, at, () -> new Marks(sql).update(live, mark));
  }

  /// Takes a mark away for good.
  ///
  /// @return false if the bookmark has no such mark
  public boolean removeMark(long id, long markId, Instant at) {
    long live = live(id);
    return changed(live, at, () -> new Marks(sql).remove(live, markId));
  }

  /// Records what comparing the marks with an article found: where its excerpts stand, and which of
  /// its notes are excerpts. Marks that the bookmark does not have are left out. The bookmark's
  /// `changedAt` stays: the user's words did not change.
  public void setAnchors(long id, List<Mark.Excerpt> excerpts) {
    long live = live(id);
    Marks marks = new Marks(sql);
    changed(
        live,
        null,
        () -> excerpts.stream().filter(excerpt -> marks.settle(live, excerpt)).count() > 0);
  }

  /// Adds a tag.
  ///
  /// @return false if the bookmark bears it already
  public boolean addTag(long id, Tag tag, Instant at) {
    long live = live(id);
    return changed(live, at, () -> new Tags(sql).add(live, tag));
  }

  /// Takes a tag away.
  ///
  /// @return false if the bookmark does not bear it
  public boolean removeTag(long id, Tag tag, Instant at) {
    long live = live(id);
    return changed(live, at, () -> new Tags(sql).remove(live, tag));
  }

  /// Gives every bookmark of one tag the other one. To another spelling of the same tag it changes
  /// how the tag is shown.
  ///
  /// @return how many bookmarks bore it, those in the trash too
  public int renameTag(Tag from, Tag to, Instant at) {
    requireOpen();
    List<Long> bearers = new Tags(sql).rename(from, to);
    bearers.forEach(id -> touch(id, at));
    return bearers.size();
  }

  /// Sets the user's own title.
  ///
  /// @param title null to let the article's count
  /// @return false if it is the title already
  public boolean setTitle(long id, @Nullable String title, Instant at) {
    long live = live(id);
    return changed(
        live,
        at,
        () ->
            changesRow(
                "UPDATE bookmark SET title = ?1 WHERE id = ?2 AND title IS NOT ?1", title, live));
  }

  /// Marks it as read at that instant, or as unread.
  ///
  /// @return false if it is in the state already; then nothing changes
  public boolean setState(long id, ReadingState state, Instant at) {
    long live = live(id);
    return changed(live, at, () -> bookmarks.setState(live, state, at));
  }

  /// Gives it a star or takes it away.
  ///
  /// @return false if it is so already
  public boolean setStarred(long id, boolean starred, Instant at) {
    long live = live(id);
    return changed(
        live,
        at,
        () ->
            changesRow(
                "UPDATE bookmark SET starred = ?1 WHERE id = ?2 AND starred <> ?1", starred, live));
  }

  /// Records what came of asking for the page; articles that were read earlier stay. If that is
  /// what came the last time, only the time of the attempt is new, and the bookmark's `changedAt`
  /// stays.
  public void recordAttempt(long id, Attempt attempt) {
    long live = live(id);
    Attempt last = bookmarks.attempt(live);
    bookmarks.setAttempt(live, attempt);
    boolean same =
        last.verdict() == attempt.verdict() && Objects.equals(last.detail(), attempt.detail());
    touch(live, same ? null : attempt.at());
  }

  /// Appends a reading and keeps the bytes behind it.
  ///
  /// @return it as the version it became
  public ArticleVersion addArticle(long id, NewReading reading) {
    long live = live(id);
    PackedSnapshot snapshot = reading.snapshot();
    if (snapshot != null) {
      new Snapshots(sql).put(live, snapshot);
    }
    return append(live, reading, snapshot == null ? null : snapshot.body().sha256());
  }

  /// Appends a reading of bytes that are kept with the bookmark already.
  ///
  /// @param sha256 of those bytes
  /// @return it as the version it became
  public ArticleVersion addArticle(long id, NewReading reading, String sha256) {
    return append(live(id), reading, sha256);
  }

  private ArticleVersion append(long live, NewReading reading, @Nullable String sha256) {
    Articles articles = new Articles(sql);
    ArticleVersion version =
        new ArticleVersion(
            articles.nextNumber(live),
            reading.verdict(),
            reading.article(),
            sha256,
            reading.readAt(),
            reading.current() || !articles.hasCurrent(live));
    articles.append(live, version);
    touch(live, reading.readAt());
    return version;
  }

  /// Keeps a picture of the bookmark's articles. The bookmark's `changedAt` stays: the page says
  /// what it said.
  ///
  /// @param address as the articles write it
  /// @return false if one is kept by that address
  public boolean addImage(long id, String address, Bytes image) {
    long live = live(id);
    return changed(live, null, () -> new Images(sql).put(live, address, image));
  }

  /// Makes one of the bookmark's versions the current one.
  ///
  /// @return false if it is already, or there is no such version
  public boolean setCurrent(long id, int number, Instant at) {
    long live = live(id);
    return changed(live, at, () -> new Articles(sql).setCurrent(live, number));
  }

  /// Adds where the bookmark stands in the user's notes, beside what is known of it already.
  ///
  /// @return false if it is known just so, be it {@link NoteSource#gone} or not
  public boolean addSource(long id, NoteSource source) {
    long live = live(id);
    return changed(live, null, () -> new Sources(sql).add(live, source));
  }

  /// Puts one place in the notes instead of another: it moved, its words changed, or it is gone.
  /// Marks that were read there stay with it. Only another line is no change of the bookmark.
  ///
  /// @return false if the old one is not known
  public boolean replaceSource(long id, NoteSource old, NoteSource now) {
    long live = live(id);
    boolean replaced = new Sources(sql).replace(live, old, now);
    if (replaced && !now.equals(old.at(now.line()))) {
      touch(live, null);
    }
    return replaced;
  }

  /// Lets a mark come from another place in the notes.
  ///
  /// @param origin a source of the bookmark, or null for the user's own hand
  /// @return false if the bookmark has no such mark
  public boolean setOrigin(long id, long markId, @Nullable Origin origin) {
    long live = live(id);
    return new Marks(sql).setOrigin(live, markId, origin);
  }

  /// Keeps what was last read of a file of notes. No bookmark changes, so this takes no `seq`.
  public void putNoteFile(NoteFileState file) {
    requireOpen();
    new NoteFiles(sql).put(file);
  }

  /// Forgets a file of notes that is there no more; what was read from it stays.
  public void removeNoteFile(String file) {
    requireOpen();
    new NoteFiles(sql).remove(file);
  }

  /// Joins two bookmarks that turned out to be one page. All of `from` is added to `into`: its
  /// addresses become aliases, its marks follow the others, its readings are appended; `into` keeps
  /// its own title and its current article where it has them. `from` is gone, its number leads to
  /// `into` and is never given again. Of two in the trash the result stays there.
  public void merge(long from, long into, Instant at) {
    long source = live(from);
    long target = live(into);
    if (source == target) {
      return;
    }
    boolean stays = bookmarks.isTrashed(source) && bookmarks.isTrashed(target);
    untrash(source, at);
    untrash(target, at);
    Dossier dossier = entries().dossier(source, Entries.Depth.WHOLE).orElseThrow();
    bookmarks.bury(source, target);
    new Joining(sql).join(dossier, target);
    touch(target, at);
    if (stays) {
      trash(target, at);
    }
  }

  /// Gives the bookmark its page's own address, as it turned out to be; the address it had stays an
  /// alias. If another bookmark has that address, the two are one page and {@link #merge}.
  ///
  /// @return the bookmark that has the address now
  public long settle(long id, WebUrl own, Instant at) {
    long live = live(id);
    long owner = bookmarks.byAddress(own.canonical()).orElse(live);
    if (owner == live) {
      changed(live, at, () -> bookmarks.readdress(live, own));
    } else {
      merge(live, owner, at);
    }
    return owner;
  }

  /// Puts the bookmark into the trash, from where it can come back; already there: nothing changes.
  public void trash(long id, Instant at) {
    long live = live(id);
    changed(
        live,
        at,
        () ->
            changesRow(
                "UPDATE bookmark SET removed_at = ? WHERE id = ? AND removed_at IS NULL",
                at,
                live));
  }

  /// Takes the bookmark out of the trash.
  ///
  /// @return false if it does not lie there
  public boolean untrash(long id, Instant at) {
    long live = live(id);
    return changed(
        live,
        at,
        () ->
            changesRow(
                "UPDATE bookmark SET removed_at = NULL"
                    + " WHERE id = ? AND removed_at IS NOT NULL",
                live));
  }

  /// Takes those out for good that went to the trash before the instant, with pages, images and
  /// tags that nothing needs any more. Their numbers are never given again.
  ///
  /// @return how many
  public int purgeTrashedBefore(Instant instant) {
    requireOpen();
    int purged = bookmarks.purge(instant);
    if (purged > 0) {
      new Bodies(sql).forgetUnused();
      new Tags(sql).forgetUnused();
    }
    return purged;
  }

  /// Adds all that another library kept of a bookmark. In a library that does not have the page it
  /// comes in as it is, with its number if that was never given here. Else it joins what is there
  /// as in {@link #merge}; the same once more changes nothing.
  public Stored addDossier(Dossier dossier) {
    requireOpen();
    Joining joining = new Joining(sql);
    Optional<Long> known = joining.counterpart(dossier.entry().bookmark());
    long id = known.orElseGet(() -> bookmarks.insert(dossier.entry().bookmark()));
    boolean back = untrash(id, dossier.entry().bookmark().changedAt());
    boolean changed = joining.join(dossier, id);
    if (known.isEmpty()) {
      return new Stored(id, Effect.ADDED);
    }
    if (changed) {
      touch(id, null);
    }
    return new Stored(id, back || changed ? Effect.CHANGED : Effect.SAME);
  }

  /// Keeps a search by its name. No bookmark changes, so this takes no `seq`.
  ///
  /// @return the one that had the name until now
  public Optional<SavedSearch> saveSearch(SavedSearch search) {
    requireOpen();
    return new Searches(sql).put(search);
  }

  /// Forgets the search of that name.
  ///
  /// @return it, or empty if there is none
  public Optional<SavedSearch> forgetSearch(String name) {
    requireOpen();
    return new Searches(sql).remove(SavedSearch.key(name));
  }

  private Entries entries() {
    return new Entries(sql);
  }

  private long live(long id) {
    requireOpen();
    return bookmarks.resolve(id).orElseThrow(() -> new StoreException.NoBookmark(sql.path(), id));
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the transaction has ended");
    }
  }

  private boolean changed(long id, @Nullable Instant at, BooleanSupplier change) {
    boolean changed = change.getAsBoolean();
    if (changed) {
      touch(id, at);
    }
    return changed;
  }

  private boolean changesRow(String statement, @Nullable Object... values) {
    return sql.update(statement, values) > 0;
  }

  private void touch(long id, @Nullable Instant at) {
    sql.update(
        "UPDATE bookmark SET seq = ?, changed_at = max(changed_at, coalesce(?, changed_at))"
            + " WHERE id = ?",
        bookmarks.nextSeq(),
        at,
        id);
  }
}
