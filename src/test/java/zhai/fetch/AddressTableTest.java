package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTableTest {
  private static final AddressTable TABLE = AddressTable.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "levels.csv")
  void knowsHowPrivateAnAddressIs(String address, Level level) {
    assertEquals(level, TABLE.levelOf(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "198.18.0.0/15, 198.19.1.1, PUBLIC",
    "198.18.0.0/15, 198.20.1.1, PUBLIC",
    "198.18.0.0/15, 10.0.0.1, LOCAL",
    "10.0.0.7, 10.0.0.7, PUBLIC",
    "10.0.0.7, 10.0.0.8, LOCAL",
    "fd00::/8, fd01::1, PUBLIC",
    "fd00::/8, fd00:ec2::254, NEVER",
    "0.0.0.0/0, 169.254.169.254, NEVER",
    "0.0.0.0/0, 127.0.0.1, PUBLIC",
    "0.0.0.0/0, ::1, LOOPBACK"
  })
  void opensWhatTheUserOpensButNeverLinkLocal(String range, String address, Level level) {
    AddressTable opened = TABLE.opening(List.of(AddressRange.parse(range)));
    assertEquals(level, opened.levelOf(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "wiki.corp/8", ""})
  void refusesWhatIsNoRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
  }

  @Test
  void comparesBitsWithinAByte() {
    AddressRange range = AddressRange.parse("172.16.0.0/12");
    assertEquals(true, range.contains(InetAddress.ofLiteral("172.31.0.1")));
    assertEquals(false, range.contains(InetAddress.ofLiteral("172.32.0.1")));
  }
}
