package zhai.exchange.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.exchange.Beginning;
import zhai.model.Bytes;

/// Every file is of one format: its own claims it first, and whatever the file is called.
class DetectionTest {
  // Formats that take what nobody else wants; they may claim a file after its own.
  private static final Set<ImportFormat> GENERAL =
      EnumSet.of(ImportFormat.JSON, ImportFormat.JSONL, ImportFormat.CSV, ImportFormat.TEXT);

  @ParameterizedTest
  @MethodSource("zhai.exchange.reader.Fixture#all")
  void itsOwnFormatClaimsAFileFirst(Fixture fixture) throws IOException {
    Beginning beginning = fixture.told().beginning();
    assertEquals(fixture.format(), ImportFormat.detect(beginning).orElse(null));
    for (ImportFormat other : EnumSet.complementOf(EnumSet.copyOf(GENERAL))) {
      assertEquals(
          other == fixture.format(), other.reader().recognises(beginning), other::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("zhai.exchange.reader.Fixture#all")
  void theNameOnlyBreaksTies(Fixture fixture) throws IOException {
    Beginning beginning = new Beginning("-", fixture.told().beginning().head());
    assertEquals(fixture.format(), ImportFormat.detect(beginning).orElse(null));
  }

  @ParameterizedTest
  @MethodSource("zhai.exchange.reader.Fixture#others")
  void nobodyClaimsAFileOfNoFormat(Fixture fixture) throws IOException {
    Beginning beginning = fixture.told().beginning();
    for (ImportFormat format : ImportFormat.values()) {
      assertFalse(format.reader().recognises(beginning), format::toString);
    }
  }

  @Test
  void aLoneAddressIsNbsWhereTheNameSaysSo() {
    String text = "<https://x.example/>\n";
    Beginning named = Beginning.of("notes/20231114.bookmark.md", text);
    assertEquals(ImportFormat.NB, ImportFormat.detect(named).orElse(null));
    assertEquals(ImportFormat.TEXT, ImportFormat.detect(Beginning.of("-", text)).orElse(null));
  }

  @Test
  void nobodyClaimsBytesThatAreNoText() {
    for (String bytes : new String[] {"", "\0", "\u00FF\u00D8\u00FF https://a.example \0\0"}) {
      Bytes head = Bytes.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
      Beginning beginning = new Beginning("x", head);
      assertEquals(null, ImportFormat.detect(beginning).orElse(null));
    }
  }
}
