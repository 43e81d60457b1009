package zhai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.library.Library;

/// `zhai search`: the best matches, with the passage that matched.
@Command(
    name = "search",
    description = "Finds bookmarks by anything you remember of them, best first.",
    footer = {
      "",
      "`zhai help search` teaches the language of queries in one screen.",
      "",
      "Example:",
      "  zhai search 'tag:rag \"冲突信息\" -site:csdn.net'",
    })
final class SearchCommand implements Callable<Integer> {
  private final Session session;

  @Mixin QueryArgument query = new QueryArgument();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 10).")
  int limit = 10;

  @Option(
      names = "--batch",
      description =
          "Read lines {\"id\",\"query\"} from standard input, write a line"
              + " {\"id\",\"hits\":[{\"id\",\"url\",\"score\"}],\"millis\"} for each.")
  boolean batch;

  @Option(
      names = "--facets",
      description = "Count the matches by tag, site, year, author, language and state instead.")
  boolean facets;

  @Option(
      names = "--all",
      description = "Show every hit in full, also copies and further answers of a question.")
  boolean all;

  @Option(
      names = "--explain",
      description =
          "Say why each match is where it is: what it has where, how rare that is, its score.")
  boolean explain;

  @Mixin SortOption sort = new SortOption();

  @Mixin SavedSearchOptions saved = new SavedSearchOptions();

  @Mixin JsonOption output = new JsonOption();

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library ->
        batch ? new SearchBatch(session, library, limit).run() : search(library, query.text()));
  }

  private int search(Library library, String text) {
    if (saved.listOrForget(session.printer(), library, output.json)) {
      return ExitCode.OK;
    }
    saved.save(session.printer(), library, text);
    if (facets) {
      new FacetPrinter(session.printer(), output.json).print(new Finder(library).facets(text));
      return ExitCode.OK;
    }
    if (text.isBlank()) {
      throw new UsageException("search for what? `zhai search WORDS`");
    }
    Finder finder = new Finder(library);
    SortOrder order = sort.or(SortOrder.RELEVANCE);
    Finder.Answer answer = finder.search(text, limit, order);
    new AnswerPrinter(session.printer(), output.json, all)
        .print(explain ? finder.explained(answer, text, order) : answer);
    if (answer.notIndexed() > 0) {
      session
          .printer()
          .remark(
              "%d changes are not searchable yet: another process is at the index, or the disk is full."
                  .formatted(answer.notIndexed()));
    }
    answer.lexiconFaults().forEach(session.printer()::remark);
    return ExitCode.OK;
  }
}
