package zhai.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person asked for, as a tree.
///
/// The language, by example:
///
/// | written | asks for |
/// |---|---|
/// | `小模型 distillation` | both words; a Chinese run as it stands |
/// | `"先完成再完美"` | the phrase, as it stands (see below) |
/// | `-csdn` | bookmarks without the word |
/// | `RAG OR 检索增强 survey` | either of the first two, and the third: `OR` binds tighter |
/// | `title:(a b)`, `tag:rag`, `site:zhihu.com` | within one {@link Field} |
/// | `is:unread`, `has:note` | a {@link State}, a {@link Part} |
/// | `added:7d`, `published:2024..2025-06`, `read:>2026-01` | a {@link DateRange} |
/// | `@toread` | what the saved search of that name asks for |
///
/// A phrase stands in a text when its characters follow one another there. The same are: upper and
/// lower case, full and half width, Traditional and Simplified, a letter with and without its
/// accent, straight and typographic quotation marks and dashes, `。` and `.`. Marks on letters and
/// invisible characters do not count. White space counts only between two words of scripts that are
/// written with it: `先 完成` is `先完成`, `a b` is not `ab`. Such a word is looked for from its
/// beginning, and the last one of a phrase may go on: `"deep learn"` stands in `deep learning`, not
/// in `steep learning`.
///
/// `toString` writes a query in this language again, with no more brackets than it needs. Reading
/// that gives an equal query, unless it has become longer than {@link QueryParser#MAX_LENGTH}.
public sealed interface Query {

  /// Nothing was asked: every bookmark.
  record Everything() implements Query {
    @Override
    public String toString() {
      return "";
    }
  }

  /// One run of characters as typed, without white space unless that was escaped; never empty.
  record Word(String text) implements Query {
    @Override
    public String toString() {
      return Syntax.escape(text);
    }
  }

  /// Characters that must stand together; never blank, stripped.
  record Phrase(String text) implements Query {
    @Override
    public String toString() {
      return Syntax.quote(text);
    }
  }

  /// Whatever the inner query does not find.
  record Not(Query query) implements Query {
    @Override
    public String toString() {
      return query instanceof Not ? "NOT " + query : "-" + asPart(query);
    }
  }

  /// All of at least two.
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof And ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" "));
    }
  }

  /// Any of at least two.
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Query::asPart).collect(Collectors.joining(" OR "));
    }
  }

  /// The inner query (words, phrases and their combinations only) within one field.
  record In(Field field, Query query) implements Query {
    @Override
    public String toString() {
      return field.label() + ":" + (query instanceof Not ? "(" + query + ")" : asPart(query));
    }
  }

  /// A state of the bookmark.
  record Is(State state) implements Query {
    @Override
    public String toString() {
      return "is:" + label(state);
    }
  }

  /// Something the bookmark has at least one of.
  record Has(Part part) implements Query {
    @Override
    public String toString() {
      return "has:" + label(part);
    }
  }

  /// A date of the bookmark within a range; a bookmark without that date is not found.
  record Dated(DateField field, DateRange range) implements Query {
    @Override
    public String toString() {
      return label(field) + ":" + range;
    }
  }

  /// What `is:` can ask for.
  enum State {
    UNREAD,
    READ,
    STARRED,
    /// Its page was not asked for yet.
    PENDING,
    /// Its page was asked for last without getting an article.
    FAILED
  }

  /// What `has:` can ask for.
  enum Part {
    EXCERPT,
    NOTE,
    ARTICLE
  }

  /// The dates a bookmark has.
  enum DateField {
    /// When it was first stored.
    ADDED,
    /// The day the page gives.
    PUBLISHED,
    /// When the user read it.
    READ
  }

  /// As it can stand beside an `OR` or behind a sign.
  private static String asPart(Query query) {
    return query instanceof And || query instanceof Or ? "(" + query + ")" : query.toString();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
