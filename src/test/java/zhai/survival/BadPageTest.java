package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.loopback.RawServer;

/// The program at work with 256 MiB of memory among servers that send too much, too slowly, for
/// ever, or nonsense: each bookmark is there with a verdict and a sentence, and the program goes
/// on.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BadPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHAPE_BYTES = Integer.getInteger("zhai.shapeBytes", 100_000);
  private static final int MEGABYTES = 256;
  private static final int MOST_RESIDENT_MEGABYTES = 512;

  /// What may still be in the buffers of both sides when a limit of 25 MiB is reached.
  private static final long MOST_SENT = 64L << 20;

  /// Characters of output; ten titles of a kilobyte each, their details and excerpts.
  private static final int MOST_SHOWN = 100_000;

  @TempDir Path folder;
  private int resident;

  @Test
  void eachBadAnswerIsABookmarkWithAVerdict() throws Exception {
    assertEquals(List.of(), faults("answers", BadAnswer.all(), 30_000));
  }

  @Test
  void nobodyIsWaitedForLongerThanAFetchMayTake() throws Exception {
    assertEquals(List.of(), faults("slow answers", BadAnswer.slow(), 3_000));
  }

  @Test
  void eachCharsetIsReadOrSaidToBeUnreadable() throws Exception {
    assertEquals(
        List.of(), faults("charsets", both(BadPages.charsets(), BadPages.strangeTexts()), 30_000));
  }

  @Test
  void noFileUnpacksToMoreThanThereIsRoomFor() throws Exception {
    assertEquals(List.of(), faults("files", both(BadPages.files(), BadPages.data()), 30_000));
  }

  @Test
  void noShapeOfAPageStopsTheProgram() throws Exception {
    assertEquals(List.of(), faults("shapes", BadPages.shapes(SHAPE_BYTES), 30_000));
  }

  @Test
  void noTitleActsOnATerminalOrFillsIt() throws Exception {
    List<BadAnswer> titles = BadPages.titles();
    try (RawServer server = serve(titles)) {
      String add = add(server, titles);
      List<String> runs =
          List.of(
              add.replace("\t--json", ""),
              add,
              "list",
              "list\t--json",
              "show\t1\t2\t3\t9\t10",
              "search\t天气");
      for (BadPageRun.Ran ran : run(runs, 30_000)) {
        assertEquals(List.of(), acting(ran.out() + ran.err()), ran.out());
        assertTrue(ran.out().length() < MOST_SHOWN, "%.300s is long".formatted(ran.out()));
      }
    }
  }

  /// The characters that are not for reading: of control but for the line's end, and of direction.
  private static List<String> acting(String text) {
    return Pattern.compile("[\\p{Cc}&&[^\n]]|[\u202A-\u202E\u2066-\u2069\u200E\u200F]")
        .matcher(text)
        .results()
        .map(found -> "U+%04X".formatted((int) found.group().charAt(0)))
        .distinct()
        .toList();
  }

  private static List<BadAnswer> both(List<BadAnswer> some, List<BadAnswer> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /// Adds them all at once, as an import of a hostile list would.
  private List<String> faults(String what, List<BadAnswer> answers, long callMillis)
      throws Exception {
    try (RawServer server = serve(answers)) {
      BadPageRun.Ran ran = run(List.of(add(server, answers)), callMillis).getFirst();
      List<String> faults =
          new ArrayList<>(ran.err().lines().filter(it -> it.startsWith("zhai:")).toList());
      for (BadAnswer answer : answers) {
        String path = "/" + answer.name();
        List<String> lines = ran.out().lines().filter(line -> line.contains(path + "\"")).toList();
        faults.addAll(faults(answer, lines));
        if (server.sentFor(path) > MOST_SENT) {
          faults.add(answer.name() + ": read on after the limit");
        }
      }
      System.out.printf(
          "suite bad pages: %d %s in %,d ms, at most %d MiB resident, %d faults%n",
          answers.size(), what, ran.millis(), resident, faults.size());
      return faults;
    }
  }

  private static RawServer serve(List<BadAnswer> answers) throws IOException {
    return RawServer.open(
        ServerSocketFactory.getDefault(),
        answers.stream().collect(Collectors.toMap(it -> "/" + it.name(), BadAnswer::answer)));
  }

  /// The arguments of a run that adds them all.
  private static String add(RawServer server, List<BadAnswer> answers) {
    return Stream.concat(
            Stream.of("add", "--json", "--allow-host", "127.0.0.1"),
            answers.stream()
                .map(it -> "http://127.0.0.1:%d/%s".formatted(server.port(), it.name())))
        .collect(Collectors.joining("\t"));
  }

  private List<BadPageRun.Ran> run(List<String> runs, long callMillis) throws Exception {
    Path file = Files.write(folder.resolve("runs"), runs);
    try (Child child =
        Child.withMemory(
            MEGABYTES,
            BadPageRun.class,
            folder.resolve("library"),
            file.toString(),
            "" + callMillis)) {
      assertEquals(0, child.code(), child.errors());
      assertEquals("", child.errors());
      List<String> lines = child.lines();
      resident = Integer.parseInt(lines.getLast());
      assertTrue(resident <= MOST_RESIDENT_MEGABYTES, resident + " MiB resident");
      List<BadPageRun.Ran> ran = new ArrayList<>();
      for (String line : lines.subList(0, lines.size() - 1)) {
        ran.add(JSON.readValue(line, BadPageRun.Ran.class));
      }
      return ran;
    }
  }

  private static List<String> faults(BadAnswer answer, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return List.of(answer.name() + ": nothing is said of it");
    }
    JsonNode entry = JSON.readTree(lines.getLast());
    String verdict = entry.path("verdict").asText();
    String said = entry.path(verdict.equals("read") ? "title" : "detail").asText();
    boolean right =
        verdict.matches(answer.verdict())
            && !said.isBlank()
            && !said.contains("could not be read")
            && Pattern.compile(answer.said()).matcher(said).find();
    return right ? List.of() : List.of("%s: %s: %.200s".formatted(answer.name(), verdict, said));
  }
}
