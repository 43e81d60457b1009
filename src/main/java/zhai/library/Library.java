package zhai.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.extract.ContentWriter;
import zhai.extract.ShownImages;
import zhai.fetch.LocalFile;
import zhai.index.CatchUp;
import zhai.index.SearchIndex;
import zhai.model.ArticleVersion;
import zhai.model.Change;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Image;
import zhai.model.Snapshot;
import zhai.model.StoredImage;
import zhai.store.Store;
import zhai.store.TagCount;
import zhai.url.CanonicalRules;
import zhai.url.InvalidUrlException;
import zhai.url.ShareText;
import zhai.url.WebUrl;
import zhai.url.Whole;

/// A library, open: the truth in the store, the index that follows it, and the address rules.
///
/// The walks that a person starts stand in classes of their own and lead through it: {@link Intake}
/// (add, fetch), {@link Finder} (search, list), {@link Desk} (note, edit, tag, remove), {@link
/// Versions} (history, diff), {@link Import}, {@link Export} and {@link Checkup}.
public final class Library implements AutoCloseable {
  /// Changes in memory at once while the index follows, at most.
  private static final int CHANGES_AT_ONCE = 400;

  private final LibraryFolder folder;
  private final Parts parts;
  private final @Nullable CanonicalRules ownRules;
  private final TimedExtractor extractor;
  private final Store store;
  private final SearchIndex index;
  private final boolean wasEmpty;
  private Advance indexing = Advance.UNSEEN;
  private boolean indexBuiltAnew;

  private Library(LibraryFolder folder, Parts parts, Store store) {
    this.folder = folder;
    this.parts = parts;
    this.store = store;
    this.wasEmpty = store.lastSeq() == 0;
    this.ownRules = ownRules(folder);
    this.extractor = parts.extractor().extendedBy(OwnSiteRules.read(folder));
    this.index = SearchIndex.open(folder.index(), store.uuid(), () -> OwnLexicon.read(folder));
  }

  /// Opens the library in a folder.
  ///
  /// @throws zhai.store.StoreException if there is none, it is newer than the program, or damaged
  public static Library open(LibraryFolder folder, Parts parts) {
    return new Library(folder, parts, Store.open(folder.database(), parts.task()));
  }

  /// Opens the library in a folder; makes folder and library if they are not there.
  public static Library create(LibraryFolder folder, Parts parts) {
    return new Library(folder, parts, Store.create(folder.database(), parts.task()));
  }

  public LibraryFolder folder() {
    return folder;
  }

  /// The address rules that hold here: the bundled ones, after the user's own.
  public CanonicalRules rules() {
    return ownRules == null ? CanonicalRules.bundled() : ownRules;
  }

  /// What the page of a canonical address is a part of; null if no rule says so.
  @Nullable Whole whole(String canonical) {
    return (ownRules == null ? CanonicalRules.bundledGroups() : ownRules).whole(canonical);
  }

  Store store() {
    return store;
  }

  SearchIndex index() {
    return index;
  }

  TimedExtractor extractor() {
    return extractor;
  }

  /// What the clock says.
  public Instant now() {
    return parts.clock().instant();
  }

  /// Whose days are meant by a date.
  public ZoneId zone() {
    return parts.zone();
  }

  /// Now, where the user's days begin and end.
  ZonedDateTime here() {
    return now().atZone(parts.zone());
  }

  /// The addresses meant by an argument: itself if it is one, else all that stand in it, as share
  /// texts have them.
  ///
  /// @throws InvalidUrlException if there is none
  public List<WebUrl> addressesIn(String argument) {
    try {
      return List.of(rules().identify(argument));
    } catch (InvalidUrlException notOne) {
      List<WebUrl> found =
          ShareText.urlsIn(argument).stream().map(rules()::identify).distinct().toList();
      if (found.isEmpty()) {
        throw notOne;
      }
      return found;
    }
  }

  /// The address of a file: by what is in it if that is known here, else by where it lies.
  public WebUrl addressOf(LocalFile file) {
    String canonical = isKnown(file) ? file.content() : file.place();
    return WebUrl.stored(file.path().toString(), file.place(), canonical);
  }

  /// Whether a bookmark here was read from a file with the same bytes.
  public boolean isKnown(LocalFile file) {
    return store.idOf(file.content()).isPresent();
  }

  /// Remembers what is in a file and where it lies as names of its bookmark.
  public void nameFile(long id, LocalFile file) {
    for (String name : List.of(file.content(), file.place())) {
      if (store.idOf(name).isEmpty()) {
        store.change(tx -> {
          tx.addAlias(id, name);
        });
      }
    }
  }

  /// The bookmark meant by a number or by any of its addresses.
  ///
  /// @throws UnknownBookmarkException if there is none
  public Entry entry(String idOrAddress) {
    return idOf(idOrAddress)
        .flatMap(store::entry)
        .orElseThrow(() -> new UnknownBookmarkException(idOrAddress));
  }

  /// The bookmark of that number, or the one that it joined.
  ///
  /// @throws UnknownBookmarkException if there is none
  public Entry entry(long id) {
    return store.entry(id).orElseThrow(() -> new UnknownBookmarkException(Long.toString(id)));
  }

  private Optional<Long> idOf(String idOrAddress) {
    if (idOrAddress.matches("#?\\d{1,18}")) {
      return Optional.of(Long.parseLong(idOrAddress.replace("#", "")));
    }
    try {
      return store.idOf(addressesIn(idOrAddress).getFirst().canonical());
    } catch (InvalidUrlException _) {
      throw new UnknownBookmarkException(idOrAddress);
    }
  }

  /// Leads the index up to the store, if no other process is at it.
  public CatchUp catchUp() {
    return catchUp(toldChanges());
  }

  /// Leads the index up to the store in the middle of more that is being stored.
  void catchUpSoFar() {
    index.catchUpSoFar(store::lastSeq, this::changesAfter);
  }

  /// Lets somebody be told how far the index has come, whenever it follows many changes.
  public void whileIndexing(Advance advance) {
    indexing = advance;
  }

  /// The changes for one walk of the index.
  ToldChanges toldChanges() {
    return new ToldChanges(this, indexing);
  }

  /// @param changesAfter {@link #toldChanges}, or what does more beside
  CatchUp catchUp(LongFunction<List<Change>> changesAfter) {
    CatchUp done = index.catchUp(store::lastSeq, changesAfter);
    if (done instanceof CatchUp.Followed followed && followed.rebuilt()) {
      indexBuiltAnew = !wasEmpty;
    }
    return done;
  }

  /// How many changes the index had followed that the store does not have, see {@link
  /// SearchIndex#lead}.
  public long changesLost() {
    return index.lead();
  }

  /// Whether an index that could not be used was found on the way and built anew: it was gone,
  /// damaged, another library's, or of another version. Not the first one of a new library.
  public boolean hasBuiltIndexAnew() {
    return indexBuiltAnew;
  }

  /// How many changes the index has not followed yet.
  public long unindexed() {
    return store.lastSeq() - index.indexedSeq();
  }

  List<Change> changesAfter(long seq) {
    return store.changesAfter(seq, CHANGES_AT_ONCE);
  }

  /// Entries without the text of their articles, in the order asked; absent ones are left out.
  public List<Entry> outlines(List<Long> ids) {
    return store.outlines(ids);
  }

  /// All tags that bookmarks bear, most used first.
  public List<TagCount> tags() {
    return store.tags();
  }

  /// The bytes that a version of a bookmark's page was read from; empty if they were not kept.
  public Optional<Snapshot> source(Entry entry, ArticleVersion version) {
    return version.snapshotSha256() == null
        ? Optional.empty()
        : store.snapshot(entry.bookmark().id(), version.snapshotSha256());
  }

  /// The pictures that a bookmark's current article shows, and which of them are kept.
  public ArticleImages images(Entry entry) {
    return ArticleImages.of(entry, store.images(entry.bookmark().id()));
  }

  /// The HTML of one of a bookmark's articles, clean, with the pictures that are kept written into
  /// it: it needs nothing beside it.
  public String selfContained(Entry entry, Content content) {
    Map<String, String> hashes =
        store.images(entry.bookmark().id()).stream()
            .collect(Collectors.toMap(StoredImage::address, StoredImage::sha256));
    // Cleaned again: an article from a file that somebody brought may say anything.
    String clean = ContentWriter.cleaned(content.html());
    return hashes.isEmpty()
        ? clean
        : ShownImages.moved(
            clean,
            address ->
                Optional.ofNullable(hashes.get(address))
                    .flatMap(this::image)
                    .map(Image::dataAddress));
  }

  /// A picture that is kept with any bookmark.
  ///
  /// @param sha256 of its bytes, 64 hexadecimal digits, as {@link StoredImage#sha256} has it
  /// @return empty if there is none of that hash; pages are not found by theirs
  public Optional<Image> image(String sha256) {
    return store.image(sha256).flatMap(Image::of);
  }

  private static @Nullable CanonicalRules ownRules(LibraryFolder folder) {
    if (!Files.isRegularFile(folder.ownAddressRules())) {
      return null;
    }
    try {
      String own = GivenBytes.text(folder.ownAddressRules());
      return CanonicalRules.bundled()
          .extendedBy(CanonicalRules.parse(own, folder.ownAddressRules().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
