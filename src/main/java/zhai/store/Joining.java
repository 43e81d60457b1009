package zhai.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// Adds all that is known of a page to what a bookmark has of it already: nothing of either is
/// lost, nothing is there twice, and a second time changes nothing.
record Joining(Sql sql) {

  /// The bookmark of the same page: by the dossier's own address first, else by one of its aliases.
  Optional<Long> counterpart(Bookmark bookmark) {
    Bookmarks bookmarks = new Bookmarks(sql);
    return Stream.concat(Stream.of(bookmark.url().canonical()), bookmark.aliases().stream())
        .flatMap(canonical -> bookmarks.byAddress(canonical).stream())
        .findFirst();
  }

  /// Adds the dossier to the bookmark.
  ///
  /// @return whether anything of the bookmark changed
  boolean join(Dossier dossier, long id) {
    boolean changed = joinBookmark(dossier.entry().bookmark(), id);
    changed |= joinMarks(dossier, id);
    changed |= joinVersions(dossier, id);
    changed |= joinImages(dossier, id);
    return changed;
  }

  /// Those whose bytes are here: a bookmark that joins another brings its own, a dossier from
  /// elsewhere has none.
  private boolean joinImages(Dossier dossier, long id) {
    Images images = new Images(sql);
    long added =
        dossier.images().stream()
            .filter(image -> images.point(id, image.address(), image.sha256()))
            .count();
    return added > 0;
  }

  private boolean joinBookmark(Bookmark bookmark, long id) {
    Bookmarks bookmarks = new Bookmarks(sql);
    Tags tags = new Tags(sql);
    Bookmark before = bookmark(id);
    bookmarks.addAlias(id, bookmark.url().canonical());
    bookmark.aliases().forEach(alias -> bookmarks.addAlias(id, alias));
    bookmark.tags().forEach(tag -> tags.add(id, tag));
    bookmarks.join(id, bookmark);
    if (saysMore(bookmark.attempt(), before.attempt())) {
      bookmarks.setAttempt(id, bookmark.attempt());
    }
    return !before.equals(bookmark(id));
  }

  private Bookmark bookmark(long id) {
    return new Bookmarks(sql).list("[" + id + "]", false).getFirst();
  }

  /// One that brought an article says more than one that did not; else the later one does.
  private static boolean saysMore(Attempt other, Attempt present) {
    if (other.verdict() == Verdict.PENDING || present.verdict() == Verdict.PENDING) {
      return other.verdict() != Verdict.PENDING;
    }
    boolean better = other.verdict().carriesArticle();
    if (better != present.verdict().carriesArticle()) {
      return better;
    }
    return other.at() != null && (present.at() == null || other.at().isAfter(present.at()));
  }

  /// Sources come before the marks that were read there.
  private boolean joinMarks(Dossier dossier, long id) {
    Marks marks = new Marks(sql);
    Sources sources = new Sources(sql);
    long added =
        dossier.entry().sources().stream().filter(source -> sources.add(id, source)).count()
            + dossier.entry().marks().stream().filter(mark -> marks.add(id, mark)).count();
    return added > 0;
  }

  private boolean joinVersions(Dossier dossier, long id) {
    Snapshots snapshots = new Snapshots(sql);
    boolean changed = false;
    for (Snapshot snapshot : dossier.snapshots()) {
      changed |= snapshots.put(id, snapshot);
    }
    Set<String> bodies =
        dossier.snapshots().stream().map(s -> s.body().sha256()).collect(Collectors.toSet());
    List<ArticleVersion> known = new Articles(sql).versions(id);
    for (ArticleVersion version : dossier.versions()) {
      changed |= append(withBodyOnlyIn(bodies, version), known, id);
    }
    return changed;
  }

  /// A bookmark without versions takes the numbers as they are, so that a library comes back equal;
  /// else the version goes behind those that are there, and their current one stays.
  private boolean append(ArticleVersion version, List<ArticleVersion> known, long id) {
    if (known.stream().anyMatch(other -> isSameReading(version, other))) {
      return false;
    }
    Articles articles = new Articles(sql);
    int next = articles.nextNumber(id);
    articles.append(
        id,
        new ArticleVersion(
            known.isEmpty() ? Math.max(next, version.number()) : next,
            version.verdict(),
            version.article(),
            version.snapshotSha256(),
            version.readAt(),
            version.current() && !articles.hasCurrent(id)));
    return true;
  }

  private static ArticleVersion withBodyOnlyIn(Set<String> bodies, ArticleVersion version) {
    String sha256 = version.snapshotSha256();
    return new ArticleVersion(
        version.number(),
        version.verdict(),
        version.article(),
        sha256 != null && bodies.contains(sha256) ? sha256 : null,
        version.readAt(),
        version.current());
  }

  private static boolean isSameReading(ArticleVersion one, ArticleVersion other) {
    return one.readAt().equals(other.readAt())
        && one.verdict() == other.verdict()
        && one.article().equals(other.article());
  }
}
