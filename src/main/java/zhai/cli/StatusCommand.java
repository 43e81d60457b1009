package zhai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import zhai.exchange.JsonText;
import zhai.library.Checkup;
import zhai.library.Library;
import zhai.store.Totals;

/// `zhai status`: where the library is and what it holds.
@Command(
    name = "status",
    description = "Says where the library is and how much it holds.",
    footer = {"", "Example:", "  zhai status --json"})
final class StatusCommand implements Callable<Integer> {
  private final Session session;

  @Mixin JsonOption output = new JsonOption();

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Map<String, Long> numbers = numbers(library);
      if (output.json) {
        ObjectNode object = JsonText.object();
        object.put("library", library.folder().path().toString());
        numbers.forEach(object::put);
        session.printer().json(JsonText.write(object));
      } else {
        session.printer().line(Line.of("library    ").strong(library.folder().path().toString()));
        numbers.forEach((name, count) ->
            session.printer().line("%-10s %,d".formatted(name.replace('_', ' '), count)));
      }
      return ExitCode.OK;
    });
  }

  private static Map<String, Long> numbers(Library library) {
    Totals totals = new Checkup(library).totals();
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("bookmarks", totals.bookmarks());
    numbers.put("unread", totals.unread());
    numbers.put("starred", totals.starred());
    numbers.put("articles", totals.articles());
    numbers.put("pending", totals.pending());
    numbers.put("failed", totals.failed());
    numbers.put("excerpts", totals.excerpts());
    numbers.put("notes", totals.notes());
    numbers.put("tags", totals.tags());
    numbers.put("trashed", totals.trashed());
    numbers.put("page_bytes", totals.packedBytes());
    numbers.put("unindexed", library.unindexed());
    return numbers;
  }
}
