package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.loopback.TestWeb;
import zhai.measure.BookmarkFile;
import zhai.survival.TracedRuns.Step;

/// The power goes at any moment of a row of commands. What they told the system is written down by
/// `strace`, and what a disk may have kept of it is laid out and opened: all that was acknowledged
/// before is there.
class PowerLossTest {
  private static final int CUTS = Integer.getInteger("zhai.powerCuts", 40);
  private static final boolean LONG = CUTS > 100;
  private static final String[] PAGES = {"one", "two", "three", "four", "five", "six"};
  private static final Ledger.Words WORDS =
      new Ledger.Words("知识蒸馏保留推理，小模型两样都学。", Afterwards.WORD + " note", "power");

  @TempDir(factory = InMemory.class)
  Path folder;

  private TestWeb web;

  @BeforeEach
  void startTheWeb() throws Exception {
    assumeTrue(Syscall.canBeRecorded(), "strace can't record calls here");
    web = new TestWeb();
    for (String page : PAGES) {
      web.article(page, "题目 " + page, WORDS.excerpt(), "当检索片段与模型内部知识冲突时。".repeat(90));
    }
  }

  @AfterEach
  void stopTheWeb() {
    if (web != null) {
      web.close();
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void whatWasAcknowledgedSurvivesAPowerCut() throws Exception {
    TracedRuns runs = TracedRuns.of(folder, web, List.of(), aLibrarysLife());
    PowerCuts cuts = new PowerCuts(runs, web, folder.resolve("cut"));
    cuts.tryOut(CUTS, new Random(20260104));
    System.out.println("suite power loss: " + cuts.figures());
    assertEquals(List.of(), cuts.harm());
    assertEquals(0, cuts.unsyncedAcknowledgements());
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void anOlderLibraryIsBroughtUpToDateOrIsAsItWas() throws Exception {
    GoldenLibrary.unpack(1, Path.of(disk("zhai/library.db")));
    List<Step> steps = List.of(step("list"), note("after it " + Afterwards.WORD));
    TracedRuns runs = TracedRuns.of(folder, web, List.of(), steps);
    PowerCuts cuts = new PowerCuts(runs, web, folder.resolve("cut"));
    cuts.tryOut(CUTS / 4, new Random(20260104));
    System.out.println("suite power loss, upgrade: " + cuts.figures());
    assertNotEquals(List.of(), runs.runs().getFirst().after().bookmarks());
    assertEquals(List.of(), cuts.harm());
  }

  /// So the suite sees what it looks for.
  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void seesLossesWhereCommitsAreNotSynced() throws Exception {
    Path careless = carelessClasses();
    List<Step> steps = List.of(add(PAGES), note("a second " + Afterwards.WORD));
    TracedRuns runs = TracedRuns.of(folder, web, List.of(careless), steps);
    PowerCuts cuts = new PowerCuts(runs, web, folder.resolve("cut"));
    cuts.tryOut(Math.max(20, CUTS / 2), new Random(20260104));
    System.out.println("suite power loss, with synchronous=NORMAL: " + cuts.figures());
    assertNotEquals(List.of(), cuts.harm());
    assertTrue(cuts.unsyncedAcknowledgements() > 0);
  }

  private List<Step> aLibrarysLife() throws IOException {
    String list = disk("list.md");
    String backup = disk("backup.db");
    List<Step> steps =
        new ArrayList<>(
            List.of(
                add(PAGES),
                step("export", "-o", list),
                note("a second " + Afterwards.WORD),
                step("export", "-o", list),
                step("backup", backup)));
    if (LONG) {
      steps.add(new Step(false, WORDS, List.of("import", "--no-fetch", links())));
      steps.add(step("edit", "1", "--title", "another title"));
      steps.add(step("export", "--format", "obsidian", "-o", disk("vault")));
      steps.add(step("tag", "1", "more"));
      steps.add(step("export", "--format", "obsidian", "-o", disk("vault")));
      steps.add(step("remove", "12"));
      steps.add(step("reindex"));
    }
    steps.add(step("restore", backup));
    return steps;
  }

  private String disk(String name) {
    return folder.resolve("disk").resolve(name).toString();
  }

  private Step add(String... pages) {
    Stream<String> urls = Stream.of(pages).map(page -> web.gateway() + "/" + page);
    List<String> command = new ArrayList<>(List.of("add"));
    command.addAll(urls.toList());
    command.addAll(List.of(WORDS.asOptions()));
    return new Step(false, WORDS, command);
  }

  private static Step note(String text) {
    return step("note", "1", "-n", text);
  }

  private static Step step(String... command) {
    return new Step(true, WORDS, List.of(command));
  }

  private String links() throws IOException {
    Path file = folder.resolve("links.html");
    BookmarkFile.write(file, 50, 300);
    return file.toString();
  }

  /// The program as it would be if it left commits to the system: one word of it is another one.
  private Path carelessClasses() throws IOException {
    String name = "zhai/store/LibraryFile.class";
    Path file = folder.resolve("careless").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = PowerLossTest.class.getClassLoader().getResourceAsStream(name)) {
      String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(bytes.contains("synchronous = FULL"));
      String careless = bytes.replace("synchronous = FULL", "synchronous = 1   ");
      Files.writeString(file, careless, StandardCharsets.ISO_8859_1);
    }
    return folder.resolve("careless");
  }
}
