package zhai.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Desk;
import zhai.model.Entry;
import zhai.model.Tag;

/// `zhai tag`: puts tags on a bookmark and takes them off.
@Command(
    name = "tag",
    description = "Puts tags on a bookmark, or takes some off.",
    footer = {"", "Example:", "  zhai tag 12 rag 检索增强 -d todo"})
final class TagCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  @Parameters(index = "1..*", paramLabel = "TAG", description = "Tags to put on.")
  List<String> added = new ArrayList<>();

  @Option(
      names = {"-d", "--delete"},
      paramLabel = "TAG",
      split = ",",
      description = "Tags to take off.")
  List<String> removed = new ArrayList<>();

  @Mixin JsonOption output = new JsonOption();

  TagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (added.isEmpty() && removed.isEmpty()) {
      throw new UsageException("which tags? `zhai tag ID TAG…`");
    }
    return session.withLibrary(library -> {
      Entry changed =
          new Desk(library)
              .tag(
                  library.entry(id),
                  added.stream().map(Tag::new).toList(),
                  removed.stream().map(Tag::new).toList());
      library.catchUp();
      new EntryPrinter(session.printer(), output.json).row(changed);
      return ExitCode.OK;
    });
  }
}
