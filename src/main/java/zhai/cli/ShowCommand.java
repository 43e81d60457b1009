package zhai.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Library;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Entry;

/// `zhai show`: one bookmark with everything about it, or what its page says.
@Command(
    name = "show",
    description = "Shows a bookmark with its excerpts and notes, or what its page says.",
    footer = {"", "Examples:", "  zhai show 12", "  zhai show 12 --text | less"})
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  /// In which form the page is wanted.
  static final class Form {
    @Option(names = "--text", description = "The article as plain text.")
    boolean text;

    @Option(names = "--markdown", description = "The article as Markdown.")
    boolean markdown;

    @Option(names = "--html", description = "The article as clean HTML.")
    boolean html;

    @Option(names = "--source", description = "The page's bytes as they came.")
    boolean source;
  }

  @ArgGroup @Nullable Form form;

  @Mixin JsonOption output = new JsonOption();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Entry entry = library.entry(id);
      if (form == null) {
        new EntryPrinter(session.printer(), output.json).details(entry);
      } else {
        page(library, entry, form);
      }
      return ExitCode.OK;
    });
  }

  private void page(Library library, Entry entry, Form wanted) {
    ArticleVersion version = entry.article();
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
                  .source(entry)
                  .orElseThrow(() -> new IllegalArgumentException("its bytes were not kept"))
                  .body());
    } else if (wanted.html) {
      session.printer().raw(content.html() + "\n");
    } else {
      session.printer().raw((wanted.markdown ? content.markdown() : content.text()) + "\n");
    }
  }
}
