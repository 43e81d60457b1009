package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Desk;
import zhai.library.Library;
import zhai.model.Entry;
import zhai.model.Mark;

/// `zhai note`: adds words to a bookmark, or takes some away.
@Command(
    name = "note",
    description = "Adds an excerpt or a note to a bookmark; without either, opens $EDITOR.",
    footer = {
      "",
      "Examples:",
      "  zhai note 12 -x 'words worth keeping' -c 'why they are'",
      "  zhai note 12 -n 'my own thought'",
      "  zhai note 12 --remove 34",
    })
final class NoteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  @Mixin Words words = new Words();

  @Option(
      names = "--remove",
      paramLabel = "MARK",
      description = "Take away the excerpt or note of that number; `zhai show` shows them.")
  @Nullable Long removed;

  @Mixin JsonOption output = new JsonOption();

  NoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Entry changed = change(library, library.entry(id));
      library.catchUp();
      new EntryPrinter(session.printer(), output.json).details(changed);
      return ExitCode.OK;
    });
  }

  private Entry change(Library library, Entry entry) {
    Desk desk = new Desk(library);
    Entry current = removed == null ? entry : desk.removeMark(entry, removed);
    if (!words.tags.isEmpty()) {
      current = desk.tag(current, words.tags(), List.of());
    }
    if (words.hasMarks()) {
      return desk.addMarks(current, words.marks(session, library.now()));
    }
    if (removed != null || !words.tags.isEmpty()) {
      return current;
    }
    String written = Editor.write(session, entry.title());
    return written.isBlank()
        ? current
        : desk.addMarks(current, List.of(Mark.Note.of(written, library.now())));
  }
}
