package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.loopback.TestWeb;

/// Every command that writes is killed with SIGKILL at any moment of its life, twice in a row on
/// one library. This shows what survives the end of the process; the end of the power is another
/// matter, since what was written but not synced survives a kill.
class KillTest {
  private static final int KILLS = Integer.getInteger("zhai.kills", 30);
  private static final int IN_A_ROW = 2;

  @TempDir Path folder;
  private TestWeb web;

  @BeforeEach
  void startTheWeb() throws IOException {
    web = new TestWeb();
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void whatWasCalledDoneSurvivesAKillAtAnyMoment() throws Exception {
    List<Deed> deeds = Deed.wanted();
    Map<Deed, Rehearsal> rehearsals = Rehearsal.all(deeds, folder, web);
    Moments moments = new Moments(rehearsals, folder);
    List<Callable<Trial.Found>> trials = new ArrayList<>();
    for (int trial = 0; trial < KILLS / IN_A_ROW; trial++) {
      Deed deed = deeds.get(trial % deeds.size());
      List<Stop> stops = Collections.nCopies(IN_A_ROW, new Stop.Killed(deed, moments));
      Path place = folder.resolve("trial-" + trial);
      trials.add(() -> Trial.run(rehearsals.get(deed), stops, place));
    }
    Figures figures = new Figures("kill", "kills", SideBySide.run(trials));
    System.out.println(figures);
    assertEquals(List.of(), figures.harm());
  }
}
