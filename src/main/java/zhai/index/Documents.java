package zhai.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// A bookmark as a Lucene document.
///
/// | field | what |
/// |---|---|
/// | `key`, `id` | the bookmark's number, as a term and as a value |
/// | `page`, `title`, `excerpt`, `note` | the texts as they are, for snippets |
/// | `shown.…` | tags, byline, site and address, for snippets |
/// | `….words`, `….grams` | each {@link TextField} by words and by characters |
/// | `title.whole` | each title as one term, see {@link WholeTitle} |
/// | `title.sounds`, `label.sounds` | how titles and tags sound, see {@link SoundTokenizer} |
/// | `tag`, `host`, `lang`, `is`, `has` | exact values; `host` with its parents, `lang` with its beginnings |
/// | `source.parts` | note files and their folders as {@link NotePath} takes them apart |
/// | `facet.…` | what is counted, see {@link Facet} |
/// | `sketch` | the page's text in short, see {@link Sketch} |
/// | `added`, `read`, `changed` | milliseconds since the epoch; `published` in days since it |
final class Documents {
  static final String KEY = "key";
  static final String ID = "id";
  static final String TAG = "tag";
  static final String HOST = "host";
  static final String LANG = "lang";
  static final String SOURCE_PARTS = "source.parts";
  static final String IS = "is";
  static final String HAS = "has";
  static final String ADDED = "added";
  static final String READ = "read";
  static final String CHANGED = "changed";
  static final String PUBLISHED = "published";
  static final String SKETCH = "sketch";
  static final String TITLE_ORDER = "title.order";
  static final String TITLE_WHOLE = "title.whole";

  private static final int MAX_ORDER_LENGTH = 200;
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType GRAMS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private final Document document = new Document();

  private Documents() {}

  /// What finds the bookmark of that number, and nothing else.
  static Term key(long id) {
    return new Term(KEY, Long.toString(id));
  }

  static Document of(Entry entry) {
    Documents building = new Documents();
    building.addTexts(entry);
    building.addAddresses(entry.bookmark());
    building.addAddressNames(entry);
    building.addSources(entry);
    building.addStates(entry);
    building.addDates(entry);
    FacetValues.of(entry).forEach(building.document::add);
    return building.document;
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private void addTexts(Entry entry) {
    Article article = entry.currentArticle();
    List<String> titles = given(entry.bookmark().title(), article == null ? null : article.title());
    titles.forEach(this::addTitle);
    if (article != null) {
      addPage(article);
      given(article.byline()).forEach(byline -> addGrams(TextField.AUTHOR, byline));
      given(article.site()).forEach(site -> addGrams(TextField.SITE, site));
      given(article.byline(), article.site()).forEach(name -> addIndexed(TextField.LABEL, name));
      given(article.byline()).forEach(byline -> addShown(zhai.query.Field.AUTHOR, byline));
      given(article.site()).forEach(site -> addShown(zhai.query.Field.SITE, site));
    }
    entry.excerpts().forEach(excerpt -> addText(TextField.EXCERPT, excerpt.quote()));
    notes(entry).forEach(note -> addText(TextField.NOTE, note));
    for (Tag tag : entry.bookmark().tags()) {
      addIndexed(TextField.LABEL, tag.label());
      addSounds(TextField.LABEL, tag.label());
      addShown(zhai.query.Field.TAG, tag.label());
    }
    String title = Folding.fold(entry.title());
    String order = title.substring(0, Math.min(MAX_ORDER_LENGTH, title.length()));
    document.add(new SortedDocValuesField(TITLE_ORDER, new BytesRef(order)));
  }

  private void addTitle(String title) {
    addText(TextField.TITLE, title);
    addSounds(TextField.TITLE, title);
    String whole = WholeTitle.term(PieceScanner.pieces(Needle.folded(title)));
    addIf(!whole.isEmpty(), TITLE_WHOLE, whole);
  }

  /// The page's title counts as something the page says, but is shown from its own field.
  private void addPage(Article article) {
    given(article.title()).forEach(title -> addIndexed(TextField.PAGE, title));
    given(article.description()).forEach(text -> addText(TextField.PAGE, text));
    given(article.content().text()).forEach(text -> addSketch(addText(TextField.PAGE, text)));
  }

  private void addSketch(String folded) {
    Sketch sketch = Sketch.of(folded);
    if (!sketch.isEmpty()) {
      document.add(new BinaryDocValuesField(SKETCH, sketch.bytes()));
    }
  }

  private static Stream<String> notes(Entry entry) {
    return entry.marks().stream()
        .map(mark ->
            switch (mark) {
              case Mark.Note note -> note.text();
              case Mark.Excerpt excerpt -> excerpt.comment();
            })
        .filter(Objects::nonNull);
  }

  private static List<String> given(@Nullable String... texts) {
    List<String> given = new ArrayList<>();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        given.add(text);
      }
    }
    return given;
  }

  /// @return the text as it is indexed: folded
  private String addText(TextField field, String text) {
    document.add(new StoredField(field.stored(), text));
    return addIndexed(field, text);
  }

  private void addShown(zhai.query.Field field, String text) {
    document.add(new StoredField(SnippetSource.stored(field), text));
  }

  private String addIndexed(TextField field, String text) {
    String folded = Needle.folded(text);
    document.add(new Field(field.words(), folded, WORDS));
    document.add(new Field(field.grams(), folded, GRAMS));
    return folded;
  }

  private void addSounds(TextField field, String text) {
    document.add(new Field(field.sounds(), Needle.folded(text), GRAMS));
  }

  private void addGrams(TextField field, String text) {
    document.add(new Field(field.grams(), Needle.folded(text), GRAMS));
  }

  private void addAddresses(Bookmark bookmark) {
    Stream<String> addresses =
        Stream.of(List.of(bookmark.url().canonical(), bookmark.url().given()), bookmark.aliases())
            .flatMap(List::stream);
    addresses.distinct().forEach(address -> addGrams(TextField.URL, address));
    addShown(zhai.query.Field.URL, bookmark.url().canonical());
    String host = Hosts.of(bookmark.url().canonical());
    if (!host.isEmpty()) {
      addIndexed(TextField.LABEL, host);
      addShown(zhai.query.Field.SITE, host);
      Hosts.withParents(host).forEach(name -> addValue(HOST, name));
    }
  }

  /// A bookmark without a title is called by its address, so the address is its title's words.
  private void addAddressNames(Entry entry) {
    String address = entry.bookmark().url().canonical();
    boolean untitled = entry.title().equals(address);
    List<String> names = untitled ? AddressNames.parts(address) : AddressNames.numbers(address);
    names.forEach(name -> addIndexed(TextField.LABEL, name));
  }

  private void addSources(Entry entry) {
    Set<String> files =
        entry.sources().stream()
            .map(NoteSource::file)
            .collect(Collectors.toCollection(TreeSet::new));
    files.forEach(file -> addGrams(TextField.SOURCE, file));
    files.stream()
        .flatMap(file -> NotePath.parts(Needle.folded(file)).stream())
        .distinct()
        .forEach(part -> addValue(SOURCE_PARTS, part));
  }

  private void addStates(Entry entry) {
    Bookmark bookmark = entry.bookmark();
    document.add(new StringField(KEY, Long.toString(bookmark.id()), Field.Store.NO));
    document.add(new NumericDocValuesField(ID, bookmark.id()));
    bookmark.tags().forEach(tag -> addValue(TAG, Folding.fold(tag.key())));
    FacetValues.states(bookmark).forEach(state -> addValue(IS, state));
    addIf(!entry.excerpts().isEmpty(), HAS, "excerpt");
    addIf(notes(entry).findAny().isPresent(), HAS, "note");
    Article article = entry.currentArticle();
    addIf(article != null, HAS, "article");
    if (article != null && article.language() != null) {
      addLanguage(article.language());
    }
  }

  private void addLanguage(String language) {
    String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
    for (int end = tag.indexOf('-'); end > 0; end = tag.indexOf('-', end + 1)) {
      addValue(LANG, tag.substring(0, end));
    }
    addValue(LANG, tag);
  }

  private void addIf(boolean condition, String field, String value) {
    if (condition) {
      addValue(field, value);
    }
  }

  private void addValue(String field, String value) {
    if (value.length() <= PieceScanner.MAX_RUN * 16) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private void addDates(Entry entry) {
    Bookmark bookmark = entry.bookmark();
    addInstant(ADDED, bookmark.addedAt());
    addInstant(CHANGED, bookmark.changedAt());
    if (bookmark.readAt() != null) {
      addInstant(READ, bookmark.readAt());
    }
    Article article = entry.currentArticle();
    if (article != null && article.published() != null) {
      long day = article.published().day().toEpochDay();
      document.add(new LongField(PUBLISHED, day, Field.Store.NO));
    }
  }

  private void addInstant(String field, Instant at) {
    document.add(new LongField(field, at.toEpochMilli(), Field.Store.NO));
  }
}
