package zhai.fetch;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How one address can be written as the host of a URL, so that some program somewhere takes it for
/// that address: inet_aton's numbers, IPv6 around IPv4, characters that are folded away.
final class Spellings {
  private Spellings() {}

  /// Hosts with brackets where they need them; some have a user or an escape.
  static List<String> of(InetAddress address) {
    byte[] bytes = address.getAddress();
    int[] parts = IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).toArray();
    return List.copyOf(bytes.length == 4 ? ofVersion4(parts) : ofVersion6(address, parts));
  }

  private static Set<String> ofVersion4(int[] parts) {
    String dotted = written(parts, "%d");
    long number = parts[0] << 24 & 0xFFFF_FFFFL | parts[1] << 16 | parts[2] << 8 | parts[3];
    String halves = "%x:%x".formatted(number >> 16, number & 0xFFFF);
    Set<String> all = new LinkedHashSet<>();
    all.addAll(
        List.of(
            dotted,
            dotted + ".",
            "user:word@" + dotted,
            "" + number,
            "0x%x".formatted(number),
            "0%o".formatted(number),
            written(parts, "0%o"),
            written(parts, "%03d"),
            written(parts, "0x%x"),
            "%d.%d.%d".formatted(parts[0], parts[1], number & 0xFFFF),
            "%d.%d".formatted(parts[0], number & 0xFF_FFFF),
            dotted.replace(".", "%2e"),
            dotted.replace(".", "。"),
            dotted.replace('.', '．'),
            wide(dotted)));
    for (String around :
        List.of("[::ffff:%s]", "[::%s]", "[::ffff:0:%s]", "[64:ff9b::%s]", "[2002:%s::1]")) {
      all.add(around.formatted(halves));
    }
    all.add("[::ffff:%s]".formatted(dotted));
    all.add("[2001:0:101:101::%x:%x]".formatted(~number >> 16 & 0xFFFF, ~number & 0xFFFF));
    return all;
  }

  private static Set<String> ofVersion6(InetAddress address, int[] parts) {
    String full = address.getHostAddress();
    String padded =
        IntStream.range(0, 8)
            .mapToObj(i -> "%02x%02x".formatted(parts[2 * i], parts[2 * i + 1]))
            .collect(Collectors.joining(":"));
    return new LinkedHashSet<>(
        List.of(
            "[" + full + "]",
            "[" + full.toUpperCase(Locale.ROOT) + "]",
            "[" + padded + "]",
            "[" + full + "%25lo]",
            "user@[" + full + "]"));
  }

  private static String written(int[] parts, String format) {
    return IntStream.of(parts).mapToObj(format::formatted).collect(Collectors.joining("."));
  }

  /// With the digits of Chinese typewriters, which IDNA folds to ASCII.
  private static String wide(String dotted) {
    return dotted
        .chars()
        .map(c -> c == '.' ? c : c - '0' + '０')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
