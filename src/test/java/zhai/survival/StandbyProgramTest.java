package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import zhai.Main;

/// Commands that another process runs, and that process killed.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody stands by there")
class StandbyProgramTest {
  private static final String PAGE =
      "<!DOCTYPE html><title>一页</title><article><h1>一页</h1><p>%s</p></article>"
          .formatted("检索片段与模型内部知识冲突时，模型更相信谁？".repeat(10));

  @TempDir Path folder;
  private Process standing;

  @BeforeEach
  void standBy() throws IOException {
    Files.writeString(folder.resolve("built"), "1");
    Files.writeString(Files.createDirectory(folder.resolve("desk")).resolve("page.html"), PAGE);
    standing = start("built", List.of("stand-by", "/"));
    BufferedReader said = standing.inputReader();
    assertEquals("standing by", said.readLine());
  }

  @AfterEach
  void end() throws InterruptedException {
    standing.destroyForcibly().waitFor();
  }

  /// The same commands on two libraries, run by it and by themselves.
  @Test
  void areDoneAndSaidAsByThemselves() throws Exception {
    List<List<String>> commands =
        List.of(
            List.of("add", "https://blog.example.org/1", "--html", "page.html", "-x", "知识冲突"),
            List.of("add", "--no-fetch", "https://blog.example.org/2", "-n", "-"),
            List.of("add", "page.html", "-t", "rag"),
            List.of("tag", "2", "toread"),
            List.of("edit", "2", "--title", "二"),
            List.of("list", "--library", "kept"),
            List.of("search", "知识冲突"),
            List.of("search", "(unbalanced"),
            List.of("show", "1", "--text"),
            List.of("show", "99"),
            List.of("tags"),
            List.of("search", "--nonsense"));
    for (List<String> command : commands) {
      assertEquals(said("alone", command), said("built", command), command::toString);
    }
    assertTrue(standing.isAlive());
  }

  @Test
  void survivesThatItIsKilledAtAnyMoment() throws Exception {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      if (i == 3) {
        standing.destroyForcibly();
      }
      String address = "https://blog.example.org/" + i;
      String said = said("built", List.of("add", "--no-fetch", address));
      assertTrue(said.startsWith("0 stored"), said);
      kept.add(address);
    }
    String listed = said("built", List.of("list"));
    assertTrue(kept.stream().allMatch(listed::contains), listed);
  }

  /// @param place `built` if it may be run by the process that stands by
  private String said(String place, List<String> command) throws Exception {
    Process process = start(place, command);
    try (var input = process.outputWriter()) {
      input.write("想法\n");
    } catch (IOException _) {
      // It didn't want any.
    }
    String out = new String(process.getInputStream().readAllBytes());
    return "%d %s".formatted(process.waitFor(), out);
  }

  private Process start(String place, List<String> command) throws IOException {
    Path run = folder.resolve("run");
    List<String> properties = new ArrayList<>(List.of("-Dzhai.app=" + folder));
    if (place.equals("built")) {
      properties.add("-Dzhai.standby=" + run.resolve("standby"));
    }
    List<String> all = Program.command(Main.class, properties);
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(folder.resolve("desk").toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(Map.of("ZHAI_LIBRARY", "library-" + place));
    return builder.start();
  }
}
