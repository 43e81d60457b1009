package zhai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.exchange.JsonText;
import zhai.library.Checkup;
import zhai.library.FileOfNotes;
import zhai.library.Library;
import zhai.store.Totals;

/// `zhai status`: where the library is and what it holds.
@Command(
    name = "status",
    description = "Says where the library is and how much it holds.",
    footer = {"", "Example:", "  zhai status --json"})
final class StatusCommand implements Callable<Integer> {
  /// Files of notes that are named unless all are asked for.
  private static final int MAX_FILES = 12;

  private final Session session;

  @Option(names = "--notes", description = "List all files of notes, not only the last.")
  boolean allNotes;

  @Mixin JsonOption output = new JsonOption();

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Map<String, Long> numbers = numbers(library);
      List<FileOfNotes> files = new Checkup(library).notes();
      if (output.json) {
        ObjectNode object = JsonText.object();
        object.put("library", library.folder().path().toString());
        numbers.forEach(object::put);
        ArrayNode array = object.putArray("note_files");
        files.forEach(file -> add(file, array.addObject()));
        session.printer().json(JsonText.write(object));
      } else {
        session.printer().line(Line.of("library    ").strong(library.folder().path().toString()));
        numbers.forEach((name, count) ->
            session.printer().line("%-10s %,d".formatted(name.replace('_', ' '), count)));
        print(files);
      }
      return ExitCode.OK;
    });
  }

  private static void add(FileOfNotes file, ObjectNode object) {
    object
        .put("file", file.file())
        .put("records", file.records())
        .put("mentions", file.mentions())
        .put("skipped", file.skipped())
        .put("gone", file.gone())
        .put("read", file.readAt() == null ? null : file.readAt().toString());
  }

  /// A line for each file; of many, for the last by name, which of daily notes are the newest.
  private void print(List<FileOfNotes> files) {
    if (files.isEmpty()) {
      return;
    }
    session.printer().line("%-10s %,d".formatted("note files", files.size()));
    int first = allNotes ? 0 : Math.max(0, files.size() - MAX_FILES);
    if (first > 0) {
      session.printer().line(new Line().faint("  %,d more; --notes shows all".formatted(first)));
    }
    files
        .subList(first, files.size())
        .forEach(
            file -> session.printer().line(Line.of("  " + file.file()).faint("  " + what(file))));
  }

  /// `2 records · 1 mention · 3 gone`, without what there is none of.
  private static String what(FileOfNotes file) {
    List<String> parts = new ArrayList<>();
    parts.add(counted(file.records(), "record"));
    parts.add(counted(file.mentions(), "mention"));
    parts.add(file.skipped() == 0 ? "" : "%,d skipped".formatted(file.skipped()));
    parts.add(file.gone() == 0 ? "" : "%,d gone".formatted(file.gone()));
    parts.add(file.readAt() == null ? "no longer there" : "");
    parts.removeIf(String::isEmpty);
    return parts.isEmpty() ? "no links" : String.join(" · ", parts);
  }

  private static String counted(int count, String noun) {
    return count == 0 ? "" : "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
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
    numbers.put("images", totals.images());
    numbers.put("image_bytes", totals.imageBytes());
    numbers.put("unindexed", library.unindexed());
    return numbers;
  }
}
