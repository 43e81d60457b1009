package zhai.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import zhai.exchange.Layout;
import zhai.exchange.writer.ExportFormat;
import zhai.index.SortOrder;
import zhai.library.Export;
import zhai.library.Library;
import zhai.model.Bytes;

/// `/export`: what a query selects, as a file to keep; a format that is a folder comes as an
/// archive of it.
final class Download {
  private final Library library;

  Download(Library library) {
    this.library = library;
  }

  Reply answer(Asked asked) throws IOException {
    String label = asked.text("format");
    ExportFormat format =
        ExportFormat.ofLabel(label.isEmpty() ? "markdown" : label)
            .orElseThrow(() -> new HttpFailure(400, "there is no format “%s”".formatted(label)));
    Export.Order order =
        new Export.Order(
            asked.text("q"), null, format, Layout.DEFAULT, asked.sort(SortOrder.NEWEST), null);
    Bytes file = order.isFolder() ? archive(order) : file(order);
    String ending = order.isFolder() ? "zip" : format.ending();
    // Never shown in the browser, whatever it is: only kept.
    return new Reply(200, "application/octet-stream", file, Map.of())
        .with(
            "Content-Disposition",
            "attachment; filename=\"zhai-%s.%s\"".formatted(format.label(), ending));
  }

  private Bytes file(Export.Order order) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Export(library).write(order, out);
    return Bytes.of(out.toByteArray());
  }

  private Bytes archive(Export.Order order) throws IOException {
    Path scratch = Files.createTempDirectory("zhai-export");
    try {
      Path folder = scratch.resolve("list");
      new Export(library).writeFolder(order, folder);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Path file : files(folder)) {
          ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
          entry.setTime(0);
          zip.putNextEntry(entry);
          Files.copy(file, zip);
        }
      }
      return Bytes.of(out.toByteArray());
    } finally {
      delete(scratch);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
