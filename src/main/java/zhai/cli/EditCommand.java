package zhai.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Desk;
import zhai.library.Desk.Edit;
import zhai.library.Versions;
import zhai.model.Entry;
import zhai.model.ReadingState;

/// `zhai edit`: title, reading state, star, which version of the page is current.
@Command(
    name = "edit",
    description = "Changes a bookmark's title, reading state, star or current version.",
    footer = {"", "Examples:", "  zhai edit 12 --read --star", "  zhai edit 12 --title '我的标题'"})
final class EditCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "Your own title; empty for the page's.")
  @Nullable String title;

  @Option(
      names = "--read",
      negatable = true,
      fallbackValue = "true",
      description = "You have (or, --no-read, have not) read it.")
  @Nullable Boolean read;

  @Option(
      names = "--star",
      negatable = true,
      fallbackValue = "true",
      description = "Star it, or (--no-star) take the star away.")
  @Nullable Boolean starred;

  @Option(
      names = "--current",
      paramLabel = "N",
      description =
          "The version of the page to show, search and quote; see `zhai show ID --history`.")
  @Nullable Integer current;

  @Mixin JsonOption output = new JsonOption();

  EditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (title == null && read == null && starred == null && current == null) {
      throw new UsageException("nothing to change: give --title, --read, --star or --current");
    }
    ReadingState state = read == null ? null : read ? ReadingState.READ : ReadingState.UNREAD;
    return session.withLibrary(library -> {
      Entry entry = library.entry(id);
      if (current != null) {
        entry = new Versions(library).makeCurrent(entry, current);
      }
      Entry changed = new Desk(library).edit(entry, new Edit(title, state, starred));
      library.catchUp();
      new EntryPrinter(session.printer(), output.json).row(changed);
      return ExitCode.OK;
    });
  }
}
