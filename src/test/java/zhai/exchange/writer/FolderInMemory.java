package zhai.exchange.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import zhai.exchange.ReadingList;

/// A folder to look into.
final class FolderInMemory implements Folder {
  private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

  /// What a format makes of a list, by path.
  static Map<String, String> by(FolderWriter writer, ReadingList list) throws IOException {
    FolderInMemory folder = new FolderInMemory();
    writer.write(list, folder);
    Map<String, String> texts = new TreeMap<>();
    folder.files.forEach((path, bytes) -> texts.put(path, bytes.toString(StandardCharsets.UTF_8)));
    return texts;
  }

  /// The same as bytes.
  static Map<String, byte[]> bytesBy(FolderWriter writer, ReadingList list) throws IOException {
    FolderInMemory folder = new FolderInMemory();
    writer.write(list, folder);
    Map<String, byte[]> files = new TreeMap<>();
    folder.files.forEach((path, bytes) -> files.put(path, bytes.toByteArray()));
    return files;
  }

  @Override
  public OutputStream open(String relativePath) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (files.putIfAbsent(relativePath, file) != null) {
      throw new IOException("written twice: " + relativePath);
    }
    return file;
  }
}
