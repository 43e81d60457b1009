package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Tells how private an address is, by the table in `addresses.txt`.
///
/// The JDK's own questions (`isLoopbackAddress`, `isSiteLocalAddress`…) know neither unique local
/// addresses nor carrier-grade NAT, and don't look into IPv6 addresses that carry an IPv4 one.
final class AddressTable {
  private final List<Row> longestFirst;
  private final List<AddressRange> opened;

  private AddressTable(List<Row> longestFirst, Collection<AddressRange> opened) {
    this.longestFirst = longestFirst;
    this.opened = List.copyOf(opened);
  }

  private record Row(AddressRange range, Rule rule) {}

  private sealed interface Rule {
    record Fixed(Level level) implements Rule {}

    record Embedded(int bit) implements Rule {}

    record Teredo() implements Rule {}
  }

  /// The table that the program lives by.
  static AddressTable standard() {
    try (InputStream in = AddressTable.class.getResourceAsStream("addresses.txt")) {
      if (in == null) {
        throw new IllegalStateException("addresses.txt is missing from the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a table in the format that `addresses.txt` describes.
  static AddressTable parse(String text) {
    List<Row> rows =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +"))
            .map(fields -> new Row(AddressRange.parse(fields[0]), rule(fields)))
            .sorted(Comparator.comparingInt((Row row) -> row.range().bits()).reversed())
            .toList();
    return new AddressTable(rows, List.of());
  }

  private static Rule rule(String[] fields) {
    return switch (fields[1]) {
      case "v4" -> new Rule.Embedded(Integer.parseInt(fields[2]));
      case "teredo" -> new Rule.Teredo();
      default -> new Rule.Fixed(Level.valueOf(fields[1].toUpperCase(Locale.ROOT)));
    };
  }

  /// The same table with these ranges counted as public, unless they are {@link Level#NEVER}.
  AddressTable opening(Collection<AddressRange> ranges) {
    List<AddressRange> all = new ArrayList<>(opened);
    all.addAll(ranges);
    return new AddressTable(longestFirst, all);
  }

  Level levelOf(InetAddress address) {
    Level level =
        longestFirst.stream()
            .filter(row -> row.range().contains(address))
            .findFirst()
            .map(row -> levelBy(row.rule(), address.getAddress()))
            .orElse(Level.PUBLIC);
    boolean open =
        level != Level.NEVER && opened.stream().anyMatch(range -> range.contains(address));
    return open ? Level.PUBLIC : level;
  }

  private Level levelBy(Rule rule, byte[] address) {
    return switch (rule) {
      case Rule.Fixed fixed -> fixed.level();
      case Rule.Embedded embedded -> levelOf(embedded(address, embedded.bit(), 0));
      case Rule.Teredo _ ->
          Level.mostPrivate(
              levelOf(embedded(address, 32, 0)), levelOf(embedded(address, 96, 0xff)));
    };
  }

  private static InetAddress embedded(byte[] address, int bit, int mask) {
    byte[] four = Arrays.copyOfRange(address, bit / Byte.SIZE, bit / Byte.SIZE + 4);
    for (int i = 0; i < four.length; i++) {
      four[i] ^= (byte) mask;
    }
    try {
      return InetAddress.getByAddress(four);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
