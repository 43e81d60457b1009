package zhai.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Desk;
import zhai.library.Library;
import zhai.library.UnknownBookmarkException;
import zhai.model.Entry;
import zhai.store.StoreException;
import zhai.store.Trashed;

/// `zhai remove`: into the trash, and back out of it.
@Command(
    name = "remove",
    description = "Puts bookmarks into the trash, where they stay for 30 days.",
    footer = {
      "",
      "Examples:",
      "  zhai remove 12 13",
      "  zhai remove --trash          what lies there",
      "  zhai remove --undo 12        take it back",
      "  zhai remove --undo           take back what was removed last",
    })
final class RemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Numbers, or addresses.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--undo", description = "Take back instead; without an ID, the last one removed.")
  boolean undo;

  @Option(names = "--trash", description = "List what lies in the trash.")
  boolean trash;

  @Mixin JsonOption output = new JsonOption();

  RemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Desk desk = new Desk(library);
      if (trash) {
        EntryPrinter printer = new EntryPrinter(session.printer(), output.json);
        desk.trash().forEach(trashed -> printer.row(trashed.entry()));
        return ExitCode.OK;
      }
      int failed = undo ? undo(desk) : each(ids, id -> remove(library, desk, id));
      library.catchUp();
      return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
    });
  }

  private void remove(Library library, Desk desk, String id) {
    Entry entry = library.entry(id);
    desk.remove(entry);
    session
        .printer()
        .line(
            Line.of("removed   %d  ".formatted(entry.bookmark().id()))
                .plain(entry.title())
                .faint("  (zhai remove --undo %d)".formatted(entry.bookmark().id())));
  }

  private int undo(Desk desk) {
    List<Trashed> removed = desk.trash();
    if (removed.isEmpty()) {
      throw new IllegalArgumentException("the trash is empty");
    }
    List<String> wanted =
        ids.isEmpty() ? List.of(Long.toString(removed.getFirst().entry().bookmark().id())) : ids;
    return each(wanted, id -> takeBack(desk, removed, id));
  }

  private void takeBack(Desk desk, List<Trashed> removed, String id) {
    long number =
        removed.stream()
            .map(trashed -> trashed.entry().bookmark())
            .filter(it -> Long.toString(it.id()).equals(id) || it.url().canonical().equals(id))
            .findFirst()
            .orElseThrow(() -> new UnknownBookmarkException(id))
            .id();
    Entry entry = desk.takeBack(number);
    session.printer().line("back      %d  %s".formatted(number, entry.title()));
  }

  /// One failing item doesn't keep the others from being done.
  private int each(List<String> items, Consumer<String> work) {
    if (items.isEmpty()) {
      throw new UsageException("which bookmarks? `zhai remove ID…`");
    }
    int failed = 0;
    for (String item : items) {
      try {
        work.accept(item);
      } catch (UnknownBookmarkException | StoreException.NoBookmark e) {
        session.printer().remark("zhai: " + e.getMessage());
        failed++;
      }
    }
    return failed;
  }
}
