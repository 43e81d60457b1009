package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.EntryJson;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.With;
import zhai.model.Dossier;

class JsonListTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 100)
  void isAnArrayOfWhatTheListPrints(@ForAll Dossier dossier) throws IOException {
    ReadingList list = new ReadingList("t", null, List.of(dossier.entry(), Samples.POST));
    JsonNode read = JACKSON.readTree(Written.as(ExportFormat.JSON, list));
    assertEquals(JACKSON.readTree(EntryJson.write(dossier.entry())), read.get(0));
    assertEquals(2, read.size());
  }

  @Test
  void holdsWhatIsAskedFor() throws IOException {
    Layout layout = new Layout(null, Split.NONE, Set.of(With.ARTICLE, With.NOTES));
    JsonNode read = JACKSON.readTree(Written.as(ExportFormat.JSON, Samples.LIST.with(layout)));
    assertEquals("…", read.get(0).get("text").textValue());
    assertFalse(read.get(0).has("excerpts"));
    assertEquals(1, read.get(0).get("notes").size());
  }

  @Test
  void isAnEmptyArrayWithoutEntries() throws IOException {
    assertEquals("[\n]\n", Written.as(ExportFormat.JSON, new ReadingList("t", null, List.of())));
  }
}
