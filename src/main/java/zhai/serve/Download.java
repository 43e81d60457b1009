package zhai.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import zhai.exchange.Layout;
import zhai.exchange.writer.ExportFormat;
import zhai.index.SortOrder;
import zhai.library.Export;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.library.ScratchFolder;

/// `/export`: what a query selects, as a file to keep; a format that is a folder comes as an
/// archive of it. It is written while it is sent: a whole library need not fit into memory.
final class Download {
  private final Library library;

  Download(Library library) {
    this.library = library;
  }

  Reply answer(Asked asked) {
    String label = asked.text("format");
    ExportFormat format =
        ExportFormat.ofLabel(label.isEmpty() ? "markdown" : label)
            .orElseThrow(() -> new HttpFailure(400, "there is no format “%s”".formatted(label)));
    Export.Order order =
        new Export.Order(
            asked.text("q"), null, format, Layout.DEFAULT, asked.sort(SortOrder.NEWEST), null);
    // A query that can't be read is told before anything is sent.
    new Finder(library).parse(order.query());
    Reply.Writing writing =
        order.isFolder()
            ? out -> archive(order, out)
            : out -> new Export(library).write(order, out);
    String ending = order.isFolder() ? "zip" : format.ending();
    // Never shown in the browser, whatever it is: only kept.
    return new Reply(200, "application/octet-stream", new Reply.Streamed(writing), Map.of())
        .with(
            "Content-Disposition",
            "attachment; filename=\"zhai-%s.%s\"".formatted(format.label(), ending));
  }

  private void archive(Export.Order order, OutputStream out) throws IOException {
    try (ScratchFolder scratch = new ScratchFolder()) {
      Path folder = scratch.path().resolve("list");
      new Export(library).writeFolder(order, folder);
      ZipOutputStream zip = new ZipOutputStream(out);
      for (Path file : files(folder)) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
      zip.finish();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
