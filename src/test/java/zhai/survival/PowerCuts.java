package zhai.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.survival.TracedRuns.Run;

/// Cuts the power at many moments of traced runs and looks at what is left.
final class PowerCuts {
  private final TracedRuns runs;
  private final TestWeb web;
  private final Path place;
  private final List<String> harm = new ArrayList<>();
  private int cuts;
  private int acknowledged;
  private int unsynced;

  PowerCuts(TracedRuns runs, TestWeb web, Path place) {
    this.runs = runs;
    this.web = web;
    this.place = place;
  }

  /// A moment: that many calls of a run have ended.
  private record Moment(int run, int calls) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      return run == other.run ? calls - other.calls : run - other.run;
    }
  }

  void tryOut(int count, Random random) throws IOException {
    TreeMap<Moment, Integer> chosen = choose(count, random);
    Ledger ledger = new Ledger();
    CrashDisk disk = runs.disk();
    for (int number = 0; number < runs.runs().size(); number++) {
      Run run = runs.runs().get(number);
      disk.beginProcess();
      for (int calls = 0; calls <= run.calls().size(); calls++) {
        for (int cut = chosen.getOrDefault(new Moment(number, calls), 0); cut > 0; cut--) {
          cut(disk.cut(random), run, calls, ledger);
        }
        if (calls < run.calls().size()) {
          disk.follow(run.calls().get(calls));
          enter(run.calls().get(calls), run, disk, ledger);
        }
      }
    }
    runs.assertFollowed(disk);
  }

  /// Half of the moments are those before and after a sync or something printed, when most is at
  /// stake; the others are any that changed something.
  private TreeMap<Moment, Integer> choose(int count, Random random) {
    List<Moment> all = new ArrayList<>();
    List<Moment> telling = new ArrayList<>();
    CrashDisk disk = runs.disk();
    for (int number = 0; number < runs.runs().size(); number++) {
      List<Syscall> calls = runs.runs().get(number).calls();
      disk.beginProcess();
      for (int i = 0; i < calls.size(); i++) {
        boolean changed = disk.follow(calls.get(i));
        if (changed || Run.prints(calls.get(i))) {
          all.add(new Moment(number, i + 1));
        }
        if (changed && calls.get(i).isSync() || Run.prints(calls.get(i))) {
          telling.add(new Moment(number, i));
          telling.add(new Moment(number, i + 1));
        }
      }
    }
    TreeMap<Moment, Integer> chosen = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      List<Moment> from = i % 2 == 0 ? telling : all;
      chosen.merge(from.get(random.nextInt(from.size())), 1, Integer::sum);
    }
    return chosen;
  }

  /// Takes down what a run said it had stored. Then the log must be on the disk.
  private void enter(Syscall call, Run run, CrashDisk disk, Ledger ledger) {
    if (Run.prints(call)) {
      String text = new String(call.bytes(1), StandardCharsets.UTF_8);
      int stored = ledger.enter(text.lines().toList(), run.step().words());
      acknowledged += stored;
      unsynced += disk.isSure(runs.folder().resolve("zhai/library.db-wal")) ? 0 : stored;
    }
  }

  private void cut(Image left, Run run, int calls, Ledger ledger) throws IOException {
    cuts++;
    Path folder = left.writeTo(place);
    boolean done = calls > run.acknowledgement();
    List<String> wrong = new ArrayList<>();
    try {
      wrong.addAll(compared(Portrait.of(folder, web), run, done));
    } catch (IOException e) {
      wrong.add(e.getMessage());
    }
    Afterwards afterwards = Afterwards.of(new Zhai(folder.resolve("zhai"), web), ledger);
    if (!afterwards.isWellOrHealed()) {
      wrong.add(afterwards.toString());
    }
    if (!wrong.isEmpty()) {
      harm.add("%s, cut after call %d: %s".formatted(run.step().command(), calls, wrong));
    }
  }

  private static List<String> compared(Portrait now, Run run, boolean done) {
    List<String> wrong = new ArrayList<>();
    boolean asAfter = now.lines().equals(run.after().lines());
    boolean asBefore = now.lines().equals(run.before().lines());
    if (done && !asAfter) {
      wrong.add("what was acknowledged is not there");
    }
    if (run.step().inOneGo() && !asAfter && !asBefore) {
      wrong.add("half of it is there");
    }
    if (!run.step().inOneGo() && !now.holds(run.before())) {
      wrong.add("something older is gone");
    }
    for (String name : run.after().files().keySet()) {
      byte[] bytes = now.files().get(name);
      boolean whole = Arrays.equals(bytes, run.after().files().get(name));
      boolean older = Arrays.equals(bytes, run.before().files().get(name));
      if (!whole && (done || !older)) {
        wrong.add("%s is %s".formatted(name, bytes == null ? "gone" : older ? "old" : "broken"));
      }
    }
    return wrong;
  }

  List<String> harm() {
    return harm;
  }

  int unsyncedAcknowledgements() {
    return unsynced;
  }

  String figures() {
    return "%d torn states of %d commands, %d harmed; %d acknowledged, %d before the log was synced"
        .formatted(cuts, runs.runs().size(), harm.size(), acknowledged, unsynced);
  }
}
