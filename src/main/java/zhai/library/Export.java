package zhai.library;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ExportFormat;
import zhai.exchange.JsonLines;
import zhai.exchange.ReadingList;
import zhai.exchange.ReadingListWriter;
import zhai.model.Dossier;

/// The walk of a reading list: a query selects bookmarks, a format writes them. The same library
/// gives the same bytes.
public final class Export {
  private final Library library;

  public Export(Library library) {
    this.library = library;
  }

  /// What is to be written.
  ///
  /// @param query empty for the whole library
  /// @param title of the list, or null for the query itself
  public record Order(String query, @Nullable String title, ExportFormat format) {}

  /// Writes to a stream of characters.
  ///
  /// @return how many bookmarks were written
  public int write(Order order, Appendable out) throws IOException {
    Optional<ReadingListWriter> list = order.format().writer();
    return list.isPresent() ? writeList(order, list.get(), out) : writeDossiers(order, out);
  }

  /// Writes a file, all of it or none: an older file of that name stays as it is until the new one
  /// is complete and on disk.
  public int writeFile(Order order, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path beside = Files.createTempFile(target.getParent(), ".zhai-export-", ".part");
    try {
      int count;
      try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
        count = write(order, out);
      }
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private int writeList(Order order, ReadingListWriter writer, Appendable out) throws IOException {
    String title = order.title() != null ? order.title() : titleOf(order.query());
    ReadingList list =
        new ReadingList(
            title, order.query(), new Finder(library).select(order.query()), library.zone());
    writer.write(list, out);
    return list.entries().size();
  }

  private static String titleOf(String query) {
    return query.isBlank() ? "Reading list" : query;
  }

  /// Lossless lines go by number, one bookmark in memory at a time.
  private int writeDossiers(Order order, Appendable out) throws IOException {
    List<Long> ids = new Finder(library).selectIds(order.query()).stream().sorted().toList();
    int count = 0;
    for (long id : ids) {
      Optional<Dossier> dossier = library.store().dossier(id);
      if (dossier.isPresent()) {
        out.append(JsonLines.write(dossier.get())).append('\n');
        count++;
      }
    }
    return count;
  }
}
