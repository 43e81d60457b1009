package zhai.standby;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A command as it was typed, with all of the process around it that the program looks at.
///
/// @param arguments the command and what follows it
/// @param environment variables of the process
/// @param folder in which it was typed: what a relative path begins at; empty for the process's own
/// @param terminal as the launcher says it: `out`, `err`, both or nothing
public record Call(
    List<String> arguments, Map<String, String> environment, Path folder, String terminal) {
  /// No system takes a longer command line and environment together.
  private static final int MAX_BYTES = 8 << 20;

  public Call {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /// Variables that Java reads once, when it starts: a process can't take them over from a call.
  Map<String, String> language() {
    Map<String, String> language = new TreeMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith("LC_") || name.startsWith("LANG") || name.equals("TZ")) {
        language.put(name, value);
      }
    });
    return language;
  }

  /// The same with its folder by its whole path, for a process that is elsewhere.
  Call fromAnywhere() {
    return new Call(arguments, environment, folder.toAbsolutePath(), terminal);
  }

  void write(DataOutputStream out) throws IOException {
    writeText(out, folder.toString());
    writeText(out, terminal);
    out.writeInt(arguments.size());
    for (String argument : arguments) {
      writeText(out, argument);
    }
    out.writeInt(environment.size());
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      writeText(out, variable.getKey());
      writeText(out, variable.getValue());
    }
    out.flush();
  }

  /// @throws IOException if that is no call, or one that is larger than any command line
  static Call read(DataInputStream in) throws IOException {
    Path folder = Path.of(readText(in));
    String terminal = readText(in);
    List<String> arguments = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      arguments.add(readText(in));
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (int left = readCount(in); left > 0; left--) {
      environment.put(readText(in), readText(in));
    }
    return new Call(arguments, environment, folder, terminal);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = readCount(in);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the call ended early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int readCount(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_BYTES) {
      throw new IOException("no command line is so long: " + count);
    }
    return count;
  }
}
