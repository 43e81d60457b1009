package zhai.cli;

import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Library;
import zhai.library.Versions;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Entry;

/// `zhai show`: one bookmark with everything about it, what its page says, or how that changed.
@Command(
    name = "show",
    description = "Shows a bookmark with its excerpts and notes, or what its page says.",
    footer = {
      "",
      "Examples:",
      "  zhai show 12",
      "  zhai show 12 --text | less",
      "  zhai show 12 --history",
      "  zhai show 12 --diff 1..3",
    })
final class ShowCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(?:(\\d{1,9})(?:\\.\\.(\\d{1,9}))?)?");

  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  /// In which form the page is wanted.
  static final class Form {
    @Option(names = "--text", description = "The article as plain text.")
    boolean text;

    @Option(names = "--markdown", description = "The article as Markdown.")
    boolean markdown;

    @Option(
        names = "--html",
        description = "The article as clean HTML, with the pictures that are kept.")
    boolean html;

    @Option(names = "--source", description = "The page's bytes as they came.")
    boolean source;

    @Option(names = "--history", description = "The versions of the page and what became of each.")
    boolean history;

    @Option(
        names = "--diff",
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "N[..M]",
        description = {
          "What differs between version N and M, or the current one, sentence by sentence;",
          "without numbers, between the last version and the one before it or the current one.",
        })
    @Nullable String diff;
  }

  @ArgGroup @Nullable Form form;

  @Option(
      names = "--at",
      paramLabel = "N",
      description = "The page as version N has it, for --text, --markdown, --html and --source.")
  @Nullable Integer at;

  @Mixin JsonOption output = new JsonOption();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Entry entry = library.entry(id);
      if (form == null) {
        new EntryPrinter(session.printer(), output.json).details(entry, library.images(entry));
      } else if (form.history || form.diff != null) {
        versions(new Versions(library), entry, form.diff);
      } else {
        page(library, entry, form);
      }
      return ExitCode.OK;
    });
  }

  private void versions(Versions versions, Entry entry, @Nullable String range) {
    VersionPrinter printer = new VersionPrinter(session.printer(), session.parts().zone());
    if (range != null) {
      Matcher numbers = RANGE.matcher(range);
      if (!numbers.matches()) {
        throw new UsageException("--diff takes N or N..M, not " + range);
      }
      printer.diff(versions.diff(entry, number(numbers.group(1)), number(numbers.group(2))));
    } else if (output.json) {
      printer.historyJson(versions.history(entry));
    } else {
      printer.history(versions.history(entry));
    }
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private void page(Library library, Entry entry, Form wanted) {
    ArticleVersion version =
        at == null ? entry.article() : new Versions(library).version(entry, at);
    if (version == null) {
      throw new IllegalArgumentException(
          "the page of bookmark %d was not read (%s)"
              .formatted(entry.bookmark().id(), entry.bookmark().attempt().verdict().label()));
    }
    Content content = version.article().content();
    if (wanted.source) {
      session
          .printer()
          .bytes(
              library
                  .source(entry, version)
                  .orElseThrow(() -> new IllegalArgumentException("its bytes were not kept"))
                  .body());
    } else if (wanted.html) {
      session.printer().text(library.selfContained(entry, content) + "\n");
    } else {
      session.printer().text((wanted.markdown ? content.markdown() : content.text()) + "\n");
    }
  }
}
