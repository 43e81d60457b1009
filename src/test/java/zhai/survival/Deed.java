package zhai.survival;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Every command that writes, as the suites call it on a {@link Stage}.
enum Deed {
  FIRST_ADD(Start.NOTHING, Step.WORDS, "add {web}/new-1 -x 摘下的一句 -n klangholz-first"),
  ADD(
      Start.FILLED,
      Step.WORDS,
      "add {web}/new-1 {web}/new-2 {web}/page-1 -x 摘下的一句 -n klangholz-new -t neu"),
  IMPORT_NOTES(Start.FILLED, Step.BOOKMARK, "import {folder}/notes --no-fetch"),
  IMPORT_BOOKMARKS(Start.FILLED, Step.BOOKMARK, "import {folder}/bookmarks.html --no-fetch"),
  NOTE(Start.FILLED, Step.WHOLE, "note 2 -x 摘下的一句 -n klangholz-again"),
  EDIT(Start.FILLED, Step.WHOLE, "edit 2 --title renamed --read --star"),
  TAG(Start.FILLED, Step.WHOLE, "tag 2 neu -d alt"),
  FETCH(Start.FILLED, Step.WORDS, "fetch --allow-private"),
  REMOVE(Start.FILLED, Step.BOOKMARK, "remove 2 3"),
  REINDEX(Start.FILLED, Step.WHOLE, "reindex"),
  MIGRATE(Start.OLDER, Step.WHOLE, "tags"),
  BACKUP(Start.FILLED, Step.WHOLE, "backup {folder}/new.db"),
  RESTORE(Start.FILLED, Step.WHOLE, "restore {folder}/earlier.db"),
  RESTORE_OVER_DAMAGE(Start.DAMAGED, Step.WHOLE, "restore {folder}/earlier.db"),
  EXPORT(Start.FILLED, Step.WHOLE, "export --format jsonl -o {folder}/list.jsonl");

  /// What a person finds before.
  enum Start {
    NOTHING,
    FILLED,
    /// A library of an older format.
    OLDER,
    /// A library whose file is not one any more.
    DAMAGED
  }

  /// What may be there after an interruption: as before, as after, or in between.
  enum Step {
    /// All of it is done or none.
    WHOLE,
    /// Of each bookmark all is done or none.
    BOOKMARK,
    /// Of each bookmark all of the user's words are there or none; what the page says may be
    /// absent.
    WORDS
  }

  private static final Pattern ONE_DONE =
      Pattern.compile("(stored|joined|read|removed) +(\\d+) .*");

  private final Start start;
  private final Step step;
  private final String command;

  Deed(Start start, Step step, String command) {
    this.start = start;
    this.step = step;
    this.command = command;
  }

  /// Those that `-Dzhai.deeds=ADD,NOTE` names, or all.
  static List<Deed> wanted() {
    String names = System.getProperty("zhai.deeds", "");
    return Arrays.stream(
            names.isEmpty()
                ? values()
                : Arrays.stream(names.split(",")).map(Deed::valueOf).toArray(Deed[]::new))
        .toList();
  }

  Start start() {
    return start;
  }

  Step step() {
    return step;
  }

  /// The command with the names of what stands on a stage.
  List<String> arguments(Stage stage) {
    return Arrays.stream(command.split(" "))
        .map(word ->
            word.replace("{folder}", stage.folder().toString())
                .replace("{web}", stage.web().gateway()))
        .toList();
  }

  /// What lines of output have promised.
  ///
  /// @param words the bookmarks of which the user's words are kept
  /// @param bookmarks the bookmarks of which all is done
  /// @param all whether everything is
  record Promise(List<Long> words, List<Long> bookmarks, boolean all) {
    int count() {
      return words.size() + bookmarks.size() + (all ? 1 : 0);
    }
  }

  Promise promise(List<String> lines) {
    boolean one = List.of(FIRST_ADD, ADD, FETCH, REMOVE).contains(this);
    return new Promise(
        ids(lines, "stored|joined"), ids(lines, "read|removed"), !one && !lines.isEmpty());
  }

  private static List<Long> ids(List<String> lines, String words) {
    return lines.stream()
        .map(ONE_DONE::matcher)
        .filter(line -> line.matches() && line.group(1).matches(words))
        .map(line -> Long.parseLong(line.group(2)))
        .toList();
  }
}
