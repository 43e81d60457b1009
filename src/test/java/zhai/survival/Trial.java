package zhai.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.cli.Zhai;

/// A deed that is begun again and again on one stage, ended before its time each time, and then
/// done by somebody who knows nothing of that. After each end ordinary commands look at what is
/// there.
final class Trial {
  private static final String ALL = "1000000";
  private static final int NO_LIBRARY = 10;
  private static final Stage.Page NO_PAGE = new Stage.Page("", "");

  private final Rehearsal rehearsal;
  private final Stage stage;
  private final Found found = new Found(new ArrayList<>(), new ArrayList<>());

  /// What was found.
  ///
  /// @param ends how far each process came and how much it had acknowledged
  /// @param harm what is not as it was promised
  record Found(List<End> ends, List<Harm> harm) {}

  /// @param last the last point that the process came to, or what else is known of its end
  /// @param acknowledged how many things it had called done
  record End(String last, int acknowledged, int code, String errors) {}

  /// The kinds of harm.
  enum Kind {
    LOST,
    TORN,
    UNSOUND,
    STUCK
  }

  record Harm(Kind kind, String what) {}

  private Trial(Rehearsal rehearsal, Stage stage) {
    this.rehearsal = rehearsal;
    this.stage = stage;
  }

  /// Runs one in a folder that is not there yet.
  static Found run(Rehearsal rehearsal, List<Stop> stops, Path place)
      throws IOException, InterruptedException {
    Trial trial = new Trial(rehearsal, rehearsal.stage().copyTo(place));
    for (Stop stop : stops) {
      trial.endAt(stop);
    }
    trial.doAtLast();
    return trial.found;
  }

  private void endAt(Stop stop) throws IOException, InterruptedException {
    Deed deed = rehearsal.deed();
    try (Child child = Child.watched(stage.library(), stop.properties(), deed.arguments(stage))) {
      stop.end(child);
      Deed.Promise promise = deed.promise(child.lines());
      List<String> reached = child.reached();
      String last = reached.isEmpty() ? "nothing reached" : reached.getLast();
      boolean ended = child.code() == 0 || child.code() == 1;
      found
          .ends()
          .add(
              new End(
                  ended ? "ended by itself" : last, promise.count(), child.code(), child.errors()));
      look("%s ended at %s".formatted(deed, last), promise);
    }
  }

  private void harm(Kind kind, String when, Object what) {
    found.harm().add(new Harm(kind, when + ": " + what));
  }

  private void look(String when, Deed.Promise promise) throws IOException {
    lookAtFiles(when, promise);
    if (rehearsal.deed().start() != Deed.Start.NOTHING && !Files.exists(stage.database())) {
      harm(Kind.STUCK, when, "there is no library");
    }
    Zhai zhai = stage.zhai();
    Zhai.Ran status = zhai.run("status", "--json");
    if (status.code() != 0 && promise.count() == 0 && mayBeAbsent(status.code())) {
      return;
    }
    if (status.code() != 0 || status.out().contains("\"unindexed\":-")) {
      harm(Kind.STUCK, when, status);
    }
    Set<String> known = notes(zhai.run("list", "--json", "--limit", ALL).out());
    Zhai.Ran search = zhai.run("search", "--json", "--limit", ALL, Afterwards.WORD);
    if (!notes(search.out()).equals(known)) {
      harm(Kind.STUCK, when, "search finds %s of %s".formatted(notes(search.out()), known));
    }
    Zhai.Ran check = zhai.run("check", "--read-data");
    if (check.code() != 0 || check.out().contains("the index")) {
      harm(Kind.UNSOUND, when, check);
    }
    lookAtBookmarks(when, promise);
  }

  /// Before the first word is stored there is no library; a damaged one stays damaged until another
  /// is restored.
  private boolean mayBeAbsent(int code) {
    return switch (rehearsal.deed().start()) {
      case NOTHING, DAMAGED -> code == NO_LIBRARY;
      case FILLED, OLDER -> false;
    };
  }

  /// The addresses with a note that the search looks for.
  private static Set<String> notes(String lines) {
    return Kept.parse(lines).stream()
        .filter(kept -> kept.notes().stream().anyMatch(note -> note.contains(Afterwards.WORD)))
        .map(Kept::url)
        .collect(Collectors.toSet());
  }

  private void lookAtBookmarks(String when, Deed.Promise promise) {
    Map<Long, Stage.Page> now = stage.pages();
    Map<Long, Stage.Page> after = rehearsal.after();
    for (long id : promise.words()) {
      if (!words(now, id).equals(words(after, id))) {
        harm(Kind.LOST, when, "words of %d: %s".formatted(id, now.get(id)));
      }
    }
    for (long id : promise.bookmarks()) {
      if (!Objects.equals(now.get(id), after.get(id))) {
        harm(Kind.LOST, when, "%d: %s".formatted(id, now.get(id)));
      }
    }
    if (promise.all() && !now.equals(after)) {
      harm(Kind.LOST, when, difference(after, now));
    }
    lookForHalves(when, now);
  }

  private void lookForHalves(String when, Map<Long, Stage.Page> now) {
    Map<Long, Stage.Page> before = rehearsal.before();
    Map<Long, Stage.Page> after = rehearsal.after();
    Set<Long> ids =
        Stream.of(now, before, after)
            .flatMap(pages -> pages.keySet().stream())
            .collect(Collectors.toSet());
    boolean whole =
        switch (rehearsal.deed().step()) {
          case WHOLE -> now.equals(before) || now.equals(after);
          case BOOKMARK ->
              ids.stream()
                  .allMatch(id ->
                      Objects.equals(now.get(id), before.get(id))
                          || Objects.equals(now.get(id), after.get(id)));
          case WORDS ->
              ids.stream()
                  .allMatch(id ->
                      Objects.equals(words(now, id), words(before, id))
                          || Objects.equals(words(now, id), words(after, id)));
        };
    if (!whole) {
      harm(Kind.TORN, when, difference(after, now));
    }
  }

  /// Nothing of a page that is not there.
  private static String words(Map<Long, Stage.Page> pages, long id) {
    return pages.getOrDefault(id, NO_PAGE).words();
  }

  private static String difference(Map<Long, Stage.Page> wanted, Map<Long, Stage.Page> now) {
    Set<Long> ids = new HashSet<>(wanted.keySet());
    ids.addAll(now.keySet());
    return ids.stream()
        .filter(id -> !Objects.equals(wanted.get(id), now.get(id)))
        .limit(3)
        .map(id -> "%d should be %s and is %s".formatted(id, wanted.get(id), now.get(id)))
        .collect(Collectors.joining("; "));
  }

  /// What stands around the library is whole: files that were there are as they were or as they
  /// should become, copies of the library can be opened.
  private void lookAtFiles(String when, Deed.Promise promise) throws IOException {
    for (String name : List.of("earlier.db", "bookmarks.html")) {
      Path file = stage.folder().resolve(name);
      Path before = rehearsal.stage().folder().resolve(name);
      if (Files.exists(before) && Files.mismatch(file, before) >= 0) {
        harm(Kind.TORN, when, name);
      }
    }
    String list = Rehearsal.list(stage);
    boolean listIsWhole =
        list.equals(rehearsal.listAfter())
            || (list.equals(rehearsal.listBefore()) && !promise.all());
    if (!listIsWhole) {
      harm(Kind.TORN, when, "list.jsonl: " + list.length() + " characters");
    }
    boolean backupIsMissing =
        rehearsal.deed() == Deed.BACKUP
            && promise.all()
            && !Files.exists(stage.folder().resolve("new.db"));
    if (backupIsMissing) {
      harm(Kind.LOST, when, "new.db");
    }
    for (Path copy : copies()) {
      lookAtCopy(when, copy);
    }
  }

  private List<Path> copies() throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path folder : List.of(stage.folder(), stage.library())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files
              .filter(file ->
                  file.getFileName().toString().matches("new\\.db|library\\.db\\.before-[\\w-]+"))
              .forEach(copies::add);
        }
      }
    }
    return copies;
  }

  private void lookAtCopy(String when, Path copy) throws IOException {
    boolean damagedBefore =
        rehearsal.deed().start() == Deed.Start.DAMAGED && Files.mismatch(copy, damaged()) < 0;
    if (damagedBefore) {
      return;
    }
    Path opened = Files.createTempDirectory(stage.folder(), "opened");
    Stage other = new Stage(opened, stage.web());
    Files.createDirectory(other.library());
    Files.copy(copy, other.database());
    Zhai.Ran check = other.zhai().run("check");
    Map<Long, Stage.Page> pages = other.pages();
    if (check.code() != 0
        || !(pages.equals(rehearsal.before()) || pages.equals(rehearsal.after()))) {
      harm(Kind.TORN, when, copy.getFileName() + ": " + check);
    }
  }

  private Path damaged() {
    return rehearsal.stage().database();
  }

  /// Whoever does it now need not know that it was begun before.
  private void doAtLast() throws IOException {
    Deed deed = rehearsal.deed();
    Zhai.Ran ran = stage.zhai().run(deed.arguments(stage).toArray(String[]::new));
    boolean wasDone = deed == Deed.BACKUP || deed == Deed.REMOVE;
    if (ran.code() != 0 && !(wasDone && ran.code() == 1)) {
      harm(Kind.STUCK, deed + " at last", ran);
    }
    lookAtFiles(deed + " at last", new Deed.Promise(List.of(), List.of(), true));
    Map<Long, Stage.Page> now = stage.pages();
    if (!now.equals(rehearsal.after())) {
      harm(Kind.TORN, deed + " at last", difference(rehearsal.after(), now));
    }
  }
}
