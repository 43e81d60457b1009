package zhai.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.model.Verdict;

/// Looks for damage, from SQLite's pages up to the rules that the library's rows keep.
record Checkup(LibraryFile file, Sql sql) {

  /// A rule of the library, and the query that finds what breaks it.
  ///
  /// @param sentence with `%s` for the first column of a row found
  private record Rule(String sentence, String query) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "The library has %s heads instead of one.",
              "SELECT count(*) FROM library HAVING count(*) <> 1"),
          new Rule(
              "Change %s is newer than the library's last change.",
              """
              SELECT seq FROM (SELECT seq FROM bookmark UNION ALL SELECT seq FROM tombstone)
              WHERE seq > (SELECT max(seq) FROM library)\
              """),
          new Rule(
              "Bookmark %s has no address.",
              """
              SELECT id FROM bookmark WHERE NOT EXISTS
                (SELECT 1 FROM address WHERE bookmark_id = bookmark.id AND own = 1)\
              """),
          new Rule(
              "Bookmark %s is there although its number was given up.",
              "SELECT id FROM bookmark JOIN tombstone ON bookmark_id = id"),
          new Rule(
              "Bookmark %s has a number that is yet to be given.",
              """
              SELECT id FROM bookmark WHERE id >
                (SELECT seq FROM sqlite_sequence WHERE name = 'bookmark')\
              """),
          new Rule(
              "Number %s leads to a bookmark that is not there.",
              """
              SELECT bookmark_id FROM tombstone
              WHERE merged_into NOT IN (SELECT id FROM bookmark)\
              """),
          new Rule(
              "Bookmark %s has an unknown verdict.",
              "SELECT id FROM bookmark WHERE verdict NOT IN (" + labels(_ -> true) + ")"),
          new Rule(
              "An article of bookmark %s has a verdict that carries none.",
              "SELECT bookmark_id FROM article WHERE verdict NOT IN ("
                  + labels(Verdict::carriesArticle)
                  + ")"));

  private static String labels(Predicate<Verdict> which) {
    return Arrays.stream(Verdict.values())
        .filter(which)
        .map(verdict -> "'" + verdict.label() + "'")
        .collect(Collectors.joining(", "));
  }

  List<Finding> run(boolean readData) {
    Stream<Supplier<List<Finding>>> steps =
        Stream.of(
            this::place,
            () -> structure(sql, readData ? "integrity_check" : "quick_check"),
            this::references,
            this::rules,
            () -> readData ? seals() : List.of(),
            () -> readData ? new Bodies(sql).check() : List.of());
    return steps.flatMap(step -> readable(step).stream()).toList();
  }

  /// A file can be so damaged that the looking fails; that is a finding too.
  private List<Finding> readable(Supplier<List<Finding>> step) {
    try {
      return sql.reading(step);
    } catch (StoreException.Damaged e) {
      return List.of(new Finding(Finding.Kind.STRUCTURE, String.valueOf(e.getMessage())));
    }
  }

  private List<Finding> place() {
    return file.networkType().stream()
        .map(type ->
            new Finding(
                Finding.Kind.PLACE,
                "The library lies on a network file system (%s); use it from one machine at a time."
                    .formatted(type)))
        .toList();
  }

  /// What SQLite says of its own pages and indexes.
  ///
  /// @param pragma `integrity_check`, or `quick_check`, which leaves the indexes out
  static List<Finding> structure(Sql sql, String pragma) {
    return sql.list("PRAGMA " + pragma, row -> row.text(pragma)).stream()
        .filter(line -> !line.equals("ok"))
        .map(line -> new Finding(Finding.Kind.STRUCTURE, line))
        .toList();
  }

  private List<Finding> references() {
    return sql.list(
        "PRAGMA foreign_key_check",
        row ->
            new Finding(
                Finding.Kind.REFERENCE,
                "Row %d of %s points to nothing in %s."
                    .formatted(row.number("rowid"), row.text("table"), row.text("parent"))));
  }

  private List<Finding> seals() {
    return new Seals(sql)
        .broken().stream()
            .map(id ->
                new Finding(
                    Finding.Kind.SEAL,
                    "Bookmark %d has other words than were stored.".formatted(id)))
            .toList();
  }

  private List<Finding> rules() {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      sql.list(rule.query(), row -> rule.sentence().formatted(row.number(1))).stream()
          .map(sentence -> new Finding(Finding.Kind.RULE, sentence))
          .forEach(findings::add);
    }
    return findings;
  }
}
