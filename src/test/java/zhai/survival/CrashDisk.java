package zhai.survival;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A disk below one folder, as the calls of processes tell of it: what they see, and what may be on
/// it if the power goes now.
///
/// A file's bytes are sure once the file was synced; that it stands in a folder under its name,
/// once the folder was. What is not sure may be there or not, each block for itself, and one block
/// may be torn: that is all that POSIX promises, less than most file systems keep.
final class CrashDisk {
  private static final int BLOCK_BYTES = 4096;

  private final Path root;
  private final Node top = new Node(true);
  private final List<Naming> unsureNames = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>(List.of(top));
  private final Map<Integer, Open> open = new HashMap<>();
  private int ended;
  private int endedBefore;
  private int changes;

  /// @param root a folder that is there and empty
  CrashDisk(Path root) {
    this.root = root;
  }

  /// A file or folder, whatever its name.
  private static final class Node {
    final boolean folder;
    final Map<String, Node> names = new TreeMap<>();
    final Map<String, Node> sureNames = new TreeMap<>();
    byte[] bytes = {};
    byte[] sureBytes = {};
    final List<Change> unsure = new ArrayList<>();

    Node(boolean folder) {
      this.folder = folder;
    }
  }

  /// Bytes that were written; without any, the length to which a file was cut or grown.
  private record Change(int at, long offset, byte @Nullable [] bytes) {
    /// The same in the pieces that a disk writes at once.
    List<Change> blocks() {
      if (bytes == null) {
        return List.of(this);
      }
      List<Change> blocks = new ArrayList<>();
      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + BLOCK_BYTES - (int) ((offset + from) % BLOCK_BYTES));
        blocks.add(new Change(at, offset + from, Arrays.copyOfRange(bytes, from, to)));
        from = to;
      }
      return blocks;
    }

    Change cutShort(PowerCut cut) {
      return bytes == null
          ? this
          : new Change(at, offset, Arrays.copyOf(bytes, cut.sparedBytes(bytes.length)));
    }

    byte[] on(byte[] content) {
      if (bytes == null) {
        return Arrays.copyOf(content, Math.toIntExact(offset));
      }
      int end = Math.toIntExact(offset + bytes.length);
      byte[] changed = Arrays.copyOf(content, Math.max(content.length, end));
      System.arraycopy(bytes, 0, changed, end - bytes.length, bytes.length);
      return changed;
    }
  }

  /// Names that changed in one step, as two do when a file is renamed.
  private record Naming(int at, List<Name> names) {}

  /// @param node what the name leads to from now on, if anything
  private record Name(Node folder, String name, @Nullable Node node) {
    void in(Map<String, Node> names) {
      if (node == null) {
        names.remove(name);
      } else {
        names.put(name, node);
      }
    }
  }

  private static final class Open {
    final Node node;
    long position;

    Open(Node node) {
      this.node = node;
    }
  }

  /// A file that is there from the beginning.
  void hold(Path file, byte[] bytes) {
    for (Path folder = root; !folder.equals(file.getParent()); ) {
      folder = folder.resolve(folder.relativize(file).getName(0));
      if (node(folder) == null) {
        hold(folder, newNode(true));
      }
    }
    Node node = newNode(false);
    node.bytes = bytes;
    node.sureBytes = bytes;
    hold(file, node);
  }

  private void hold(Path path, Node node) {
    Name name = name(path, node);
    if (name != null) {
      name.in(name.folder.names);
      name.in(name.folder.sureNames);
    }
  }

  private Node newNode(boolean folder) {
    Node node = new Node(folder);
    nodes.add(node);
    return node;
  }

  /// The calls that follow are those of a new process, which has no file open.
  void beginProcess() {
    open.clear();
    endedBefore = ended;
  }

  /// @return whether it changed something, or made it sure
  boolean follow(Syscall call) {
    int before = changes;
    switch (call.name()) {
      case "openat" -> open(call.path(1), call.arguments().get(2), (int) call.result());
      case "close" -> open.remove(call.descriptor());
      case "mkdir" -> rename(name(call.path(0), newNode(true)));
      case "link" -> rename(name(call.path(1), node(call.path(0))));
      case "unlink", "rmdir" -> rename(name(call.path(0), null));
      case "rename" -> rename(name(call.path(1), node(call.path(0))), name(call.path(0), null));
      default -> followOpen(call);
    }
    ended++;
    return changes > before;
  }

  private void followOpen(Syscall call) {
    Open file = open.get(call.descriptor());
    if (file == null) {
      return;
    }
    switch (call.name()) {
      case "write" -> {
        change(file.node, file.position, written(call));
        file.position += call.result();
      }
      case "pwrite64" -> change(file.node, call.number(3), written(call));
      case "ftruncate" -> change(file.node, call.number(1), null);
      case "fsync", "fdatasync" -> sync(file.node, endedBefore + call.begun());
      default -> throw new IllegalStateException("a call that is not followed: " + call.name());
    }
  }

  private static byte[] written(Syscall call) {
    return Arrays.copyOf(call.bytes(1), (int) call.result());
  }

  private void open(Path path, String flags, int descriptor) {
    open.remove(descriptor);
    if (!path.startsWith(root)) {
      return;
    }
    Node node = node(path);
    if (node == null) {
      node = newNode(false);
      rename(name(path, node));
    }
    if (flags.contains("O_TRUNC")) {
      change(node, 0, null);
    }
    open.put(descriptor, new Open(node));
  }

  private void change(Node node, long offset, byte @Nullable [] bytes) {
    Change change = new Change(ended, offset, bytes);
    node.bytes = change.on(node.bytes);
    node.unsure.add(change);
    changes++;
  }

  private void rename(@Nullable Name... changed) {
    List<Name> names = Arrays.stream(changed).filter(Objects::nonNull).toList();
    if (names.isEmpty()) {
      return;
    }
    changes++;
    names.forEach(it -> it.in(it.folder.names));
    unsureNames.add(new Naming(ended, names));
  }

  /// Makes sure what was done before a sync began.
  private void sync(Node node, int before) {
    changes++;
    node.unsure.stream()
        .filter(it -> it.at < before)
        .forEach(it -> node.sureBytes = it.on(node.sureBytes));
    node.unsure.removeIf(it -> it.at < before);
    Predicate<Naming> done =
        it -> it.at < before && it.names.stream().anyMatch(name -> name.folder == node);
    unsureNames.stream().filter(done).forEach(CrashDisk::makeSure);
    unsureNames.removeIf(done);
  }

  private static void makeSure(Naming naming) {
    naming.names.forEach(it -> it.in(it.folder.sureNames));
  }

  private @Nullable Name name(Path path, @Nullable Node node) {
    Node folder = path.startsWith(root) ? node(path.getParent()) : null;
    return folder == null ? null : new Name(folder, path.getFileName().toString(), node);
  }

  private @Nullable Node node(Path path) {
    Node node = top;
    for (Path part : path.equals(root) ? List.<Path>of() : root.relativize(path)) {
      node = node == null ? null : node.names.get(part.toString());
    }
    return node;
  }

  /// The files as processes see them.
  Image seen() {
    return new View(node -> node.names, node -> node.bytes).of(top);
  }

  private Image after(PowerCut cut) {
    Map<Node, Map<String, Node>> names = new HashMap<>();
    unsureNames.stream()
        .filter(it -> cut.spares(it.at))
        .flatMap(it -> it.names.stream())
        .forEach(it ->
            it.in(names.computeIfAbsent(it.folder, folder -> new TreeMap<>(folder.sureNames))));
    return new View(folder -> names.getOrDefault(folder, folder.sureNames), file -> torn(file, cut))
        .of(top);
  }

  private static byte[] torn(Node file, PowerCut cut) {
    byte[] content = file.sureBytes;
    for (Change change : file.unsure) {
      for (Change block : change.blocks()) {
        content = cut.spares(block.at) ? block.cutShort(cut).on(content) : content;
      }
    }
    return content;
  }

  /// A way to look at folders and files.
  private record View(Function<Node, Map<String, Node>> names, Function<Node, byte[]> bytes) {
    Image of(Node top) {
      Map<String, byte[]> files = new TreeMap<>();
      collect(top, "", files);
      return new Image(files);
    }

    private void collect(Node folder, String at, Map<String, byte[]> files) {
      names
          .apply(folder)
          .forEach((name, node) -> {
            if (node.folder) {
              collect(node, at + name + "/", files);
            } else {
              files.put(at + name, bytes.apply(node));
            }
          });
    }
  }

  /// What may be on the disk if the power goes now.
  Image cut(Random random) {
    int oldest =
        IntStream.concat(
                unsureNames.stream().mapToInt(Naming::at),
                nodes.stream().flatMap(it -> it.unsure.stream()).mapToInt(Change::at))
            .min()
            .orElse(ended);
    return after(PowerCut.among(oldest, ended, random));
  }

  /// Whether all that was written to a file is on the disk.
  boolean isSure(Path file) {
    Node node = node(file);
    return node != null && node.unsure.isEmpty();
  }
}
