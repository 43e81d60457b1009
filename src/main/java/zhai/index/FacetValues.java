package zhai.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import zhai.index.Facet.Property;
import zhai.model.Article;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// What a bookmark is counted under, property by property (see {@link Facet}).
final class FacetValues {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_AUTHORS = 20;
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*[;；,，、]\\s*|\\s+(?:&|and|und|et|和)\\s+");

  private FacetValues() {}

  /// The document's fields; the values of a property are a set.
  static List<IndexableField> of(Entry entry) {
    List<IndexableField> fields = new ArrayList<>();
    for (Property property : Property.values()) {
      values(property, entry)
          .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
          .distinct()
          .map(value -> new SortedSetDocValuesField(property.field(), new BytesRef(value)))
          .forEach(fields::add);
    }
    return fields;
  }

  private static Stream<String> values(Property property, Entry entry) {
    Bookmark bookmark = entry.bookmark();
    @Nullable Article article = entry.currentArticle();
    return switch (property) {
      case TAG -> bookmark.tags().stream().map(Tag::label);
      case SITE -> Stream.of(Hosts.of(bookmark.url().canonical()));
      case YEAR -> article == null ? Stream.empty() : year(article.published());
      case AUTHOR -> article == null ? Stream.empty() : names(article.byline());
      case LANGUAGE -> article == null ? Stream.empty() : language(article.language());
      case STATE -> states(bookmark);
    };
  }

  private static Stream<String> year(@Nullable PageDate published) {
    return published == null
        ? Stream.empty()
        : Stream.of(Integer.toString(published.day().getYear()));
  }

  private static Stream<String> names(@Nullable String byline) {
    return byline == null
        ? Stream.empty()
        : Arrays.stream(BETWEEN_NAMES.split(byline.strip(), MAX_AUTHORS + 1)).limit(MAX_AUTHORS);
  }

  private static Stream<String> language(@Nullable String tag) {
    return tag == null
        ? Stream.empty()
        : Stream.of(tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  /// As `is:` asks for them.
  static Stream<String> states(Bookmark bookmark) {
    Attempt attempt = bookmark.attempt();
    Stream.Builder<String> states = Stream.builder();
    states.add(bookmark.state() == ReadingState.READ ? "read" : "unread");
    if (bookmark.starred()) {
      states.add("starred");
    }
    if (attempt.at() == null) {
      states.add("pending");
    }
    if (attempt.verdict().isFailure()) {
      states.add("failed");
    }
    return states.build();
  }
}
