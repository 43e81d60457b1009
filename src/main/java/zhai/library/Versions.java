package zhai.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.ArticleVersion;
import zhai.model.Entry;
import zhai.model.Mark;

/// The readings of a page that a library keeps: what became of each, what differs between two, and
/// which one is current.
public final class Versions {
  private final Library library;

  public Versions(Library library) {
    this.library = library;
  }

  /// Where a version stands among the others.
  public enum Place {
    /// What is shown, searched and quoted.
    CURRENT,
    /// It was current until a better one came, or another was chosen.
    REPLACED,
    /// It came back worse than the one that was current, which stayed.
    BESIDE;

    /// The word used on the command line and in files.
    public String label() {
      return switch (this) {
        case CURRENT -> "current";
        case REPLACED -> "replaced";
        case BESIDE -> "beside";
      };
    }
  }

  /// A version, and what it was compared with the one that was current when it came.
  ///
  /// @param chosen whether it is current because the user said so
  public record Step(ArticleVersion version, Comparison comparison, Place place, boolean chosen) {}

  /// All versions, by number. How each compares is found out anew from the texts that are kept,
  /// with the excerpts that there are now.
  public List<Step> history(Entry entry) {
    Comparing comparing = new Comparing(entry.excerpts());
    List<ArticleVersion> versions = all(entry);
    List<Comparison> comparisons = new ArrayList<>(versions.size());
    ArticleVersion standing = null;
    for (ArticleVersion version : versions) {
      Comparison comparison = comparing.compare(standing, version.verdict(), version.article());
      comparisons.add(comparison);
      standing = standing == null || comparison.takesPlace() ? version : standing;
    }
    List<Step> steps = new ArrayList<>(versions.size());
    for (int i = 0; i < versions.size(); i++) {
      steps.add(step(versions.get(i), comparisons.get(i), standing));
    }
    return steps;
  }

  private static Step step(
      ArticleVersion version, Comparison comparison, @Nullable ArticleVersion standing) {
    Place place =
        version.current() ? Place.CURRENT : comparison.takesPlace() ? Place.REPLACED : Place.BESIDE;
    return new Step(version, comparison, place, version.current() && version != standing);
  }

  /// One version.
  ///
  /// @throws IllegalArgumentException if the bookmark has none of that number
  public ArticleVersion version(Entry entry, int number) {
    return all(entry).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "bookmark %1$d has no version %2$d; `zhai show %1$d --history` shows their numbers"
                    .formatted(entry.bookmark().id(), number)));
  }

  /// What differs between two versions.
  ///
  /// @param from a number; null for the one before `to`, or, if `to` is null too and the last
  ///   version is not current, for the current one
  /// @param to a number; null for the current one, or, if `from` is null too, for the last
  /// @throws IllegalArgumentException if there is no such version, or none to compare with
  public TextDiff diff(Entry entry, @Nullable Integer from, @Nullable Integer to) {
    List<ArticleVersion> versions = all(entry);
    if (versions.size() < 2) {
      throw new IllegalArgumentException(
          "bookmark %d has no two versions to compare".formatted(entry.bookmark().id()));
    }
    if (from != null) {
      return TextDiff.of(version(entry, from), to == null ? current(versions) : version(entry, to));
    }
    ArticleVersion last = versions.getLast();
    ArticleVersion base = last.current() ? versions.get(versions.size() - 2) : current(versions);
    return TextDiff.of(base, last);
  }

  private static ArticleVersion current(List<ArticleVersion> versions) {
    return versions.stream().filter(ArticleVersion::current).findFirst().orElse(versions.getLast());
  }

  /// Makes a version the current one; the excerpts are compared with it.
  ///
  /// @return the bookmark afterwards
  /// @throws IllegalArgumentException if the bookmark has none of that number
  public Entry makeCurrent(Entry entry, int number) {
    ArticleVersion version = version(entry, number);
    List<Mark.Excerpt> excerpts = Excerpts.found(entry.marks(), version.article());
    long id = entry.bookmark().id();
    library
        .store()
        .change(tx -> {
          if (tx.setCurrent(id, number, library.now())) {
            tx.setAnchors(id, excerpts);
          }
        });
    return library.entry(id);
  }

  private List<ArticleVersion> all(Entry entry) {
    return library.store().versions(entry.bookmark().id());
  }
}
