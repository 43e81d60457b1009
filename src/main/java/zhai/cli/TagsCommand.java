package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.exchange.JsonText;
import zhai.library.Desk;
import zhai.library.Library;
import zhai.model.Tag;
import zhai.store.TagCount;

/// `zhai tags`: all tags with how often they are used.
@Command(
    name = "tags",
    description = "Lists all tags with the number of their bookmarks; renames one.",
    footer = {"", "Examples:", "  zhai tags", "  zhai tags --rename 'rl=强化学习'"})
final class TagsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Give a tag another name on every bookmark; an existing name joins both.")
  String rename = "";

  @Mixin JsonOption output = new JsonOption();

  TagsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      if (!rename.isEmpty()) {
        rename(library);
      } else {
        library.tags().forEach(this::print);
      }
      return ExitCode.OK;
    });
  }

  private void print(TagCount count) {
    if (output.json) {
      session
          .printer()
          .json(
              JsonText.write(
                  JsonText.object()
                      .put("tag", count.tag().label())
                      .put("bookmarks", count.bookmarks())));
    } else {
      session
          .printer()
          .line(Line.of("%5d  ".formatted(count.bookmarks())).strong(count.tag().label()));
    }
  }

  private void rename(Library library) {
    List<String> names = List.of(rename.split("=", 2));
    if (names.size() != 2) {
      throw new UsageException("--rename takes OLD=NEW");
    }
    int changed = new Desk(library).renameTag(new Tag(names.get(0)), new Tag(names.get(1)));
    library.catchUp();
    session.printer().line("%d bookmarks changed".formatted(changed));
  }
}
