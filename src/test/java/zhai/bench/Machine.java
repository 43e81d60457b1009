package zhai.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the figures are of.
final class Machine {
  private static final long GIGABYTE = 1L << 30;

  private Machine() {}

  /// `2 × Some Processor, 16 GB, Linux, Java 25.0.1`, and how busy it was.
  static String description() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / GIGABYTE
            : 0;
    return "%d × %s, %d GB, %s, Java %s; others' load at the end %.1f"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            memory,
            System.getProperty("os.name"),
            System.getProperty("java.version"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*:\\s*", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException _) {
      return System.getProperty("os.arch");
    }
  }
}
