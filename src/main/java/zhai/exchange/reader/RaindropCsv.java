package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Remark;
import zhai.exchange.reader.CsvRows.Row;

/// Raindrop's export: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`.
///
/// Folders in folders are a path (`论文/RAG`), each a tag. Note and excerpt (Raindrop's word for a
/// description, which the user may have written) are notes; the highlights stand in one cell, each
/// behind `Highlight:`, what was written about it behind `Note:`.
public final class RaindropCsv implements ImportReader {
  private static final String HIGHLIGHT = "Highlight:";
  private static final String NOTE = "Note:";

  @Override
  public boolean recognises(Beginning beginning) {
    List<String> header = CsvRows.header(beginning.text());
    return header.containsAll(List.of("url", "folder", "created"))
        && (header.contains("excerpt") || header.contains("note"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    CsvRows.read(in, sink, RaindropCsv::item);
  }

  private static ImportLine item(Row row) {
    Stream<String> folders = Folders.inPath(row.words("folder")).stream();
    return Links.read(
        row.words("url"),
        it ->
            Remark.on(
                    it.noted(Links.notes(row.words("note"), row.words("excerpt"))),
                    remarks(row.words("highlights")))
                .titled(row.words("title"))
                .tagged(Links.tags(Stream.concat(folders, row.labels("tags"))))
                .standing(new Standing(row.time("created"), null, null, row.says("favorite"))));
  }

  private static Stream<Remark> remarks(@Nullable String cell) {
    return cell == null
        ? Stream.empty()
        : Stream.of(cell.split("(?m)^" + HIGHLIGHT)).map(RaindropCsv::remark);
  }

  private static Remark remark(String part) {
    String[] said = part.split("(?m)^" + NOTE, 2);
    return new Remark(Links.words(said[0]), said.length < 2 ? null : Links.words(said[1]), null);
  }
}
