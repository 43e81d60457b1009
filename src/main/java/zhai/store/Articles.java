package zhai.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// The table `article`: readings of pages, appended and never overwritten.
record Articles(Sql sql) {
  private static final String FACTS =
      """
      bookmark_id, number, current, verdict, sha256, read_at, title, byline, site, language,
      published, updated, canonical, description, lead_image\
      """;

  /// Which forms of an article's content are read: each may be megabytes.
  enum Forms {
    NONE(", '' AS text, '' AS markdown, '' AS html"),
    TEXT(", text, '' AS markdown, '' AS html"),
    ALL(", text, markdown, html");

    private final String columns;

    Forms(String columns) {
      this.columns = columns;
    }
  }

  /// Appends the version under its own number. If it is current, the one before no longer is.
  void append(long id, ArticleVersion version) {
    if (version.current()) {
      sql.update("UPDATE article SET current = 0 WHERE bookmark_id = ? AND current = 1", id);
    }
    Article article = version.article();
    Content content = article.content();
    sql.update(
        """
        INSERT INTO article (bookmark_id, number, current, verdict, sha256, read_at, title, byline,
          site, language, published, updated, canonical, description, lead_image, text, markdown,
          html)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        version.number(),
        version.current(),
        version.verdict().label(),
        version.snapshotSha256(),
        version.readAt(),
        article.title(),
        article.byline(),
        article.site(),
        article.language(),
        Objects.toString(article.published(), null),
        Objects.toString(article.updated(), null),
        article.canonical(),
        article.description(),
        article.leadImage(),
        content.text(),
        content.markdown(),
        content.html());
  }

  /// The number that the bookmark's next version takes, from 1.
  int nextNumber(long id) {
    return (int)
        sql.number("SELECT coalesce(max(number), 0) + 1 FROM article WHERE bookmark_id = ?", id);
  }

  boolean hasCurrent(long id) {
    return sql.exists("SELECT 1 FROM article WHERE bookmark_id = ? AND current = 1", id);
  }

  /// Lets that version be the current one.
  ///
  /// @return false if it is, or is not there
  boolean setCurrent(long id, int number) {
    if (!sql.exists(
        "SELECT 1 FROM article WHERE bookmark_id = ? AND number = ? AND current = 0", id, number)) {
      return false;
    }
    sql.update("UPDATE article SET current = 0 WHERE bookmark_id = ? AND current = 1", id);
    sql.update("UPDATE article SET current = 1 WHERE bookmark_id = ? AND number = ?", id, number);
    return true;
  }

  /// Every version, by number.
  List<ArticleVersion> versions(long id) {
    return sql.list(
        "SELECT * FROM article WHERE bookmark_id = ? ORDER BY number", Articles::version, id);
  }

  /// The current version of each bookmark, in a list of one; quick however long the pages are if no
  /// form of their content is asked for.
  Map<Long, List<ArticleVersion>> currentByBookmark(String ids, Forms forms) {
    return sql.grouped(
        "SELECT "
            + FACTS
            + forms.columns
            + " FROM article WHERE current = 1"
            + " AND bookmark_id IN (SELECT value FROM json_each(?))",
        Articles::version,
        ids);
  }

  private static ArticleVersion version(Row row) throws SQLException {
    Article article =
        new Article(
            row.textOrNull("title"),
            row.textOrNull("byline"),
            row.textOrNull("site"),
            row.textOrNull("language"),
            date(row.textOrNull("published")),
            date(row.textOrNull("updated")),
            row.textOrNull("canonical"),
            row.textOrNull("description"),
            row.textOrNull("lead_image"),
            new Content(row.text("html"), row.text("markdown"), row.text("text")));
    return new ArticleVersion(
        row.integer("number"),
        Verdict.ofLabel(row.text("verdict")),
        article,
        row.textOrNull("sha256"),
        row.instant("read_at"),
        row.flag("current"));
  }

  private static @Nullable PageDate date(@Nullable String iso) {
    return iso == null ? null : PageDate.parse(iso).orElse(null);
  }
}
