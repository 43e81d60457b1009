package zhai.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.library.GivenBytes;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.Parts;
import zhai.model.Bytes;

/// What one run of the program has at hand: where it prints and reads, which library is meant, and
/// the parts to open it with. Commands get it from {@link Cli}.
public final class Session {
  private final Printer printer;
  private final Surroundings surroundings;
  private final Parts parts;
  private final Function<FetchOptions, Fetcher> fetchers;
  private @Nullable Path namedLibrary;
  private boolean inputTaken;
  private @Nullable Library opened;

  /// The process around the program.
  ///
  /// @param environment its variables
  /// @param properties the Java system properties that the program looks at
  /// @param folder that relative paths begin at; empty for the process's own
  /// @param input standard input
  public record Surroundings(
      Map<String, String> environment,
      Map<String, String> properties,
      Path folder,
      InputStream input) {}

  public Session(
      Printer printer,
      Surroundings surroundings,
      Parts parts,
      Function<FetchOptions, Fetcher> fetchers) {
    this.printer = printer;
    this.surroundings = surroundings;
    this.parts = parts;
    this.fetchers = fetchers;
  }

  /// The same session with another library, and with pages answered by a server on loopback instead
  /// of the web.
  Session elsewhere(Path library, String gateway) {
    Session other =
        new Session(
            printer, surroundings, parts, options -> fetchers.apply(options.withGateway(gateway)));
    other.nameLibrary(library);
    return other;
  }

  /// The same session with another place for what is printed.
  Session printingTo(Printer other) {
    return new Session(other, surroundings, parts, fetchers);
  }

  Printer printer() {
    return printer;
  }

  Parts parts() {
    return parts;
  }

  Map<String, String> environment() {
    return surroundings.environment();
  }

  Map<String, String> properties() {
    return surroundings.properties();
  }

  /// Standard input, for one taker: a second would find it empty and store nothing as if it were
  /// something.
  InputStream input() {
    if (inputTaken) {
      throw new UsageException(
          "standard input can be read for one thing only; give the other one as a file or in"
              + " words");
    }
    inputTaken = true;
    return surroundings.input();
  }

  Fetcher fetcher(FetchOptions options) {
    return fetchers.apply(options);
  }

  /// Sets the library named on the command line.
  void nameLibrary(@Nullable Path path) {
    namedLibrary = path;
  }

  /// A file or folder as it was typed.
  ///
  /// @throws java.nio.file.InvalidPathException if it can't be one
  Path path(String typed) {
    return workingFolder().resolve(typed);
  }

  /// Where relative paths begin; empty for the process's own folder.
  Path workingFolder() {
    return surroundings.folder();
  }

  LibraryFolder folder() {
    return LibraryFolder.find(namedLibrary, environment(), properties(), workingFolder());
  }

  /// Opens the library; there must be one.
  Library open() {
    return remembered(Library.open(folder(), parts));
  }

  /// Opens the library and makes it if it is not there.
  Library create() {
    return remembered(Library.create(folder(), parts));
  }

  private Library remembered(Library library) {
    Progress progress = new Progress(this);
    library.whileIndexing((done, all) -> progress.at("indexing %s", done, all));
    opened = library;
    return library;
  }

  /// What happened beside what was asked for; a sentence, or empty.
  Optional<String> aside() {
    return Optional.ofNullable(opened).filter(Library::hasBuiltIndexAnew).map(Session::rebuilt);
  }

  private static String rebuilt(Library library) {
    return library.changesLost() > 0
        ? "library.db lacks the last changes that the search index had followed (%d): it is an older file, or its log was damaged; `zhai restore FILE` puts a backup in its place"
            .formatted(library.changesLost())
        : "the search index was missing, damaged or out of date; it was built anew, nothing is"
            + " lost";
  }

  /// All of standard input as text.
  String readInput() {
    try {
      Bytes all = GivenBytes.read(input(), "standard input", GivenBytes.MAX_TEXT_BYTES);
      return new String(all.toArray(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("standard input can't be read", e);
    }
  }

  /// Standard input, line by line.
  Stream<String> inputLines() {
    return new BufferedReader(new InputStreamReader(new LineLimit(input()), StandardCharsets.UTF_8))
        .lines();
  }

  /// Opens the library that a command needs and closes it after the work.
  int withLibrary(Function<Library, Integer> work) {
    try (Library library = open()) {
      return work.apply(library);
    }
  }
}
