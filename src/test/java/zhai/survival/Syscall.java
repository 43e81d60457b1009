package zhai.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A call to the system that a process made and that succeeded, as `strace` wrote it down.
///
/// @param arguments as written: strings are in quotes, each byte as `\x` and two digits
/// @param begun how many calls had ended when this one began: those that a sync surely covers
record Syscall(String name, List<String> arguments, long result, int begun) {
  /// What changes files, puts them on disk, or prints; and what tells which file a number is.
  private static final String TRACED =
      "openat,open,creat,close,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,"
          + "sync_file_range,ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,"
          + "unlink,unlinkat,rmdir,mkdir,mkdirat,symlink,symlinkat,copy_file_range,sendfile";

  private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
  private static final Pattern BEGUN =
      Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED =
      Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+).*");

  /// What goes before a command whose calls, and those of its threads, are to be written to a log.
  static List<String> recording(Path log) {
    return List.of(
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-o",
        log.toString(),
        "-xx",
        "-s",
        "999999999",
        "-e",
        "trace=" + TRACED);
  }

  static boolean canBeRecorded() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .start();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// The calls of a log that succeeded, in the order in which they ended.
  static List<Syscall> read(Path log) throws IOException {
    List<Syscall> calls = new ArrayList<>();
    Map<String, Syscall> unfinished = new HashMap<>();
    try (Stream<String> lines = Files.lines(log)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher whole = WHOLE.matcher(line);
        Matcher begun = BEGUN.matcher(line);
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
          Syscall first = unfinished.remove(resumed.group(1));
          String arguments = String.join(", ", first.arguments) + resumed.group(3);
          add(calls, of(first.name, arguments, resumed.group(4), first.begun));
        } else if (whole.matches()) {
          add(calls, of(whole.group(2), whole.group(3), whole.group(4), calls.size()));
        } else if (begun.matches()) {
          unfinished.put(begun.group(1), of(begun.group(2), begun.group(3), "0", calls.size()));
        }
      }
    }
    return calls;
  }

  private static void add(List<Syscall> calls, Syscall call) {
    if (call.result >= 0) {
      calls.add(call);
    }
  }

  private static Syscall of(String name, String arguments, String result, int begun) {
    return new Syscall(name, List.of(arguments.split(", ")), Long.parseLong(result), begun);
  }

  boolean isSync() {
    return name.equals("fsync") || name.equals("fdatasync");
  }

  int descriptor() {
    return Integer.parseInt(arguments.getFirst());
  }

  long number(int argument) {
    return Long.parseLong(arguments.get(argument));
  }

  Path path(int argument) {
    return Path.of(new String(bytes(argument), StandardCharsets.UTF_8));
  }

  byte[] bytes(int argument) {
    String digits = arguments.get(argument).replace("\"", "").replace("\\x", "");
    return HexFormat.of().parseHex(digits);
  }
}
