package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.With;
import zhai.model.Entry;

class ObsidianVaultTest {
  private static final String ANSWER = "pages/检索增强生成遇到互相矛盾的证据时怎么办？.md";

  @Test
  void hasANoteForEachBookmarkAndForEachDay() throws IOException {
    assertEquals(
        Set.of(
            ANSWER,
            "pages/What small models can't do (yet).md",
            "pages/周报 12 草稿.md",
            "pages/先完成，再完美.md",
            "days/2026-03-01.md",
            "days/2026-03-02.md",
            "days/2026-03-03.md"),
        vault(Samples.LIST).keySet());
  }

  @Test
  void writesANoteAsTheGoldenFile() throws IOException {
    Layout all = new Layout(null, Split.NONE, Set.of(With.values()));
    assertEquals(Written.golden("vault-note.md"), vault(Samples.LIST.with(all)).get(ANSWER));
  }

  @Test
  void linksThePagesOfADayByTheirNames() throws IOException {
    assertEquals(
        """
        ---
        aliases: ["2026-03-02"]
        ---

        - [[检索增强生成遇到互相矛盾的证据时怎么办？]]
        - [[What small models can't do (yet)]]
        """,
        vault(Samples.LIST).get("days/2026-03-02.md"));
  }

  @Test
  void groupsByTagWhereThatIsWanted() throws IOException {
    Layout byTag = new Layout(Grouping.TAG, Split.NONE, null);
    assertTrue(vault(Samples.LIST.with(byTag)).containsKey("tags/RAG.md"));
  }

  @Test
  void givesTheBodyOfANoteBackByteForByte() throws IOException {
    String note = vault(Samples.LIST).getOrDefault("pages/先完成，再完美.md", "");
    assertTrue(note.endsWith("\n\n" + Samples.NOTE_BODY), note);
  }

  @Test
  void hasPropertiesThatAYamlReaderTakesWhateverIsInAnEntry() throws IOException {
    Stream<Entry> hostile =
        MarkdownListTest.hostile().stream().map(text -> Samples.entry(text, List.of(), List.of()));
    Stream<Entry> any = IntStream.range(0, 100).mapToObj(seed -> Dossiers.any(seed).entry());
    List<Entry> entries = Stream.concat(hostile, any).toList();
    Map<String, String> vault = vault(new ReadingList("t", null, entries));
    assertEquals(
        entries.size(), vault.keySet().stream().filter(it -> it.startsWith("pages/")).count());
    for (Map.Entry<String, String> note : vault.entrySet()) {
      JsonNode properties = properties(note.getValue());
      assertTrue(properties.has("aliases"), note::toString);
      assertTrue(note.getKey().matches("(pages|days)/[^/#^\\[\\]|\\\\:]+\\.md"), note::getKey);
    }
  }

  private static JsonNode properties(String note) throws IOException {
    String[] parts = note.split("(?m)^---\n", 3);
    assertEquals("", parts[0]);
    return new YAMLMapper().readTree(parts[1]);
  }

  private static Map<String, String> vault(ReadingList list) throws IOException {
    return FolderInMemory.by(new ObsidianVault(), list);
  }
}
