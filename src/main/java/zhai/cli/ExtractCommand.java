package zhai.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.exchange.JsonText;
import zhai.extract.Extraction;
import zhai.library.PageReading;
import zhai.model.Article;

/// `zhai extract`: reads one saved page and stores nothing. What a listing shows is printed too,
/// with the verdict on standard error: nobody asked to keep it.
@Command(
    name = "extract",
    description = "Reads a saved page and prints what it says; nothing is stored.",
    footer = {
      "",
      "Example:",
      "  zhai extract saved.html --url 'https://www.zhihu.com/question/1/answer/2' --markdown",
    })
final class ExtractCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "- for standard input.")
  @Nullable String file;

  @Option(names = "--url", paramLabel = "URL", description = "The page's address.")
  @Nullable String url;

  @Option(
      names = "--no-site-readers",
      description = "Read by the general rules alone, whatever site a page is from.")
  boolean noSiteReaders;

  /// In which form the article is wanted.
  static final class Form {
    @Option(names = "--text", description = "Only the plain text.")
    boolean text;

    @Option(names = "--markdown", description = "Only the Markdown.")
    boolean markdown;

    @Option(names = "--html", description = "Only the clean HTML.")
    boolean html;

    @Option(names = "--json", description = "One JSON object, as --batch writes them.")
    boolean json;

    @Option(
        names = "--batch",
        description =
            "Read lines {\"id\",\"file\",\"url\",\"contentType\"} from standard input, write a"
                + " line for each in the same order.")
    boolean batch;
  }

  @ArgGroup Form form = new Form();

  ExtractCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    PageReading reading =
        noSiteReaders
            ? PageReading.general(session.parts())
            : PageReading.with(session.parts(), session.folder());
    if (form.batch) {
      return new ExtractBatch(session, reading).run();
    }
    if (file == null) {
      throw new UsageException("which file? `zhai extract FILE --url URL`");
    }
    Extraction extraction = reading.read(SavedPages.read(session, file), url, null);
    print(extraction);
    return extraction.verdict().carriesArticle() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private void print(Extraction extraction) {
    Printer printer = session.printer();
    Article article = extraction.shown();
    if (form.json) {
      printer.json(JsonText.write(ExtractBatch.describe(extraction)));
      return;
    }
    if (article == null) {
      printer.line(refusal(extraction));
      return;
    }
    if (extraction.article() == null) {
      printer.remark(refusal(extraction));
    }
    if (form.html) {
      printer.text(article.content().html() + "\n");
    } else if (form.text) {
      printer.text(article.content().text() + "\n");
    } else {
      if (!form.markdown) {
        facts(printer, extraction, article);
      }
      printer.text(article.content().markdown() + "\n");
    }
  }

  private static Line refusal(Extraction extraction) {
    return new Line()
        .warning(extraction.verdict().label())
        .plain(extraction.detail() == null ? "" : ": " + extraction.detail());
  }

  private static void facts(Printer printer, Extraction extraction, Article article) {
    fact(printer, "verdict", extraction.verdict().label());
    fact(printer, "title", article.title());
    fact(printer, "byline", article.byline());
    fact(printer, "site", article.site());
    fact(printer, "published", article.published());
    fact(printer, "language", article.language());
    printer.line("");
  }

  private static void fact(Printer printer, String name, @Nullable Object value) {
    if (value != null) {
      printer.line(new Line().faint("%-10s ".formatted(name)).plain(value.toString()));
    }
  }
}
