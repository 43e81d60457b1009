package zhai.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was read, as files for other scorers: `ID.txt`, `meta.jsonl` and `time.tsv`.
final class Predictions {
  private Predictions() {}

  static void write(Path folder, List<MeasuredPage> pages) throws IOException {
    Files.createDirectories(folder);
    ObjectMapper json = new ObjectMapper();
    List<String> facts = new ArrayList<>();
    List<String> times = new ArrayList<>();
    for (MeasuredPage page : pages) {
      String id = page.gold().id();
      Reading reading = page.reading();
      Files.writeString(folder.resolve(id + ".txt"), reading.text());
      ObjectNode line = json.createObjectNode().put("id", id).put("title", reading.title());
      line.put("author", reading.author()).put("date", reading.date());
      facts.add(json.writeValueAsString(line));
      times.add(String.format(Locale.ROOT, "%s\t%.3f", id, page.millis()));
    }
    Files.write(folder.resolve("meta.jsonl"), facts);
    Files.write(folder.resolve("time.tsv"), times);
  }
}
