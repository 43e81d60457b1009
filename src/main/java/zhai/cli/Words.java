package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import zhai.library.GivenBytes;
import zhai.model.Mark;
import zhai.model.Tag;

/// The options with which a person gives their own words: excerpts, notes and tags.
final class Words {
  /// An excerpt, with a comment if one follows.
  static final class Picked {
    @Option(
        names = {"-x", "--excerpt"},
        required = true,
        paramLabel = "EXCERPT",
        description = "Words picked from the page; - reads them from standard input.")
    String quote = "";

    @Option(
        names = {"-c", "--comment"},
        paramLabel = "COMMENT",
        description = "Your words about the excerpt before it.")
    @Nullable String comment;
  }

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  List<Picked> picked = new ArrayList<>();

  @Option(
      names = "--excerpts",
      paramLabel = "FILE",
      description =
          "A file of excerpts (- for standard input), divided by lines of --- if it has any,"
              + " else by empty lines.")
  @Nullable Path excerptFile;

  @Option(
      names = {"-n", "--note"},
      paramLabel = "NOTE",
      description = "Your own words about the page; - reads them from standard input.")
  List<String> notes = new ArrayList<>();

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "TAG",
      split = ",",
      description = "A tag, or several with commas between.")
  List<String> tags = new ArrayList<>();

  boolean hasMarks() {
    return !picked.isEmpty() || !notes.isEmpty() || excerptFile != null;
  }

  List<Tag> tags() {
    return tags.stream().map(Tag::new).distinct().toList();
  }

  List<Mark> marks(Session session, Instant at) {
    Stream<Mark> excerpts =
        picked.stream().map(one -> Mark.Excerpt.of(text(session, one.quote), one.comment, at));
    Stream<Mark> fromFile = fileExcerpts(session).map(quote -> Mark.Excerpt.of(quote, null, at));
    Stream<Mark> own = notes.stream().map(note -> Mark.Note.of(text(session, note), at));
    return Stream.of(excerpts, fromFile, own).flatMap(marks -> marks).toList();
  }

  private static String text(Session session, String argument) {
    return argument.equals("-") ? session.readInput().strip() : argument;
  }

  private Stream<String> fileExcerpts(Session session) {
    if (excerptFile == null) {
      return Stream.empty();
    }
    String text = excerptFile.toString().equals("-") ? session.readInput() : read(excerptFile);
    return divide(text);
  }

  static Stream<String> divide(String text) {
    String lines = text.replace("\r\n", "\n");
    boolean ruled = lines.lines().anyMatch(line -> line.strip().matches("-{3,}"));
    String divider = ruled ? "(?m)^[ \\t]*-{3,}[ \\t]*$" : "\\n[ \\t]*\\n";
    return Arrays.stream(lines.split(divider)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static String read(Path file) {
    try {
      return GivenBytes.text(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
