package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;

/// Whatever a library keeps comes back equal from one line of plain text.
@Domain(DomainContext.Global.class)
@Domain(Dossiers.class)
class JsonLinesPropertyTest {

  @Property(seed = "20260104", tries = 200)
  void readsBackWhatItWrote(@ForAll Dossier dossier) {
    String line = JsonLines.write(dossier);
    Dossier read = assertInstanceOf(ImportLine.Full.class, JsonLines.read(line)).dossier();
    assertEquals(dossier, read);
    assertEquals(dossier.entry().bookmark().url().given(), read.entry().bookmark().url().given());
    assertEquals(line, JsonLines.write(read));
  }

  @Property(seed = "20260104", tries = 200)
  void writesOneLineThatSurvivesUtf8(@ForAll Dossier dossier) {
    for (String line : List.of(JsonLines.write(dossier), EntryJson.write(dossier.entry()))) {
      assertTrue(line.codePoints().noneMatch(Characters::isUnsafe), line);
      byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
      assertEquals(line, new String(utf8, StandardCharsets.UTF_8));
    }
  }

  @Property(seed = "20260104", tries = 200)
  void neverThrowsWhateverTheLineHolds(@ForAll Dossier dossier, @ForAll int seed) {
    String line = JsonLines.write(dossier);
    int cut = Math.floorMod(seed, line.length());
    JsonLines.read(line.substring(0, cut));
    JsonLines.read(line.substring(0, cut) + line.substring(cut + 1));
  }

  @Test
  void holdsAMegabyteInOneString() {
    String million = "字\u0000\u2028\uD800😀".repeat(200_000);
    Entry entry =
        Samples.entry(million, List.of(), List.of(Mark.Note.of(million, Samples.MORNING)));
    Dossier dossier = new Dossier(entry, List.of(), List.of());
    assertEquals(new ImportLine.Full(dossier), JsonLines.read(JsonLines.write(dossier)));
  }
}
