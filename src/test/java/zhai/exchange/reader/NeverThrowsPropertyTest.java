package zhai.exchange.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever happened to a file on its way, what is read of it is an item: taken, skipped or
/// rejected.
class NeverThrowsPropertyTest {

  @Property(seed = "20260104", tries = 1500)
  void readsAFileThatWasCutOff(
      @ForAll("fixtures") Fixture fixture, @ForAll @IntRange(max = 1_000) int share)
      throws IOException {
    byte[] bytes = fixture.told().bytes();
    read(fixture, Arrays.copyOf(bytes, (int) (bytes.length * (long) share / 1_000)));
  }

  @Property(seed = "20260104", tries = 1500)
  void readsAFileWithBytesThatWereChanged(
      @ForAll("fixtures") Fixture fixture,
      @ForAll @Size(min = 1, max = 8) int[] places,
      @ForAll byte value)
      throws IOException {
    byte[] bytes = fixture.told().bytes();
    for (int place : places) {
      bytes[Math.floorMod(place, bytes.length)] = value;
    }
    read(fixture, bytes);
  }

  @Provide
  Arbitrary<Fixture> fixtures() {
    return Arbitraries.of(Fixture.all());
  }

  private static void read(Fixture fixture, byte[] bytes) throws IOException {
    Told file = new Told(fixture.toString(), bytes);
    for (ImportFormat format : ImportFormat.values()) {
      format.reader().recognises(file.beginning());
    }
    String told = file.by(fixture.format().reader());
    assertTrue(told.isEmpty() || told.endsWith("\n"));
  }
}
