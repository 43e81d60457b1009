package zhai.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.exchange.ImportFile;
import zhai.exchange.JsonText;
import zhai.exchange.reader.ImportFormat;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.index.CatchUp;
import zhai.index.Hit;
import zhai.library.Finder;
import zhai.library.Import;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.Parts;
import zhai.library.TimedExtractor;
import zhai.model.Entry;
import zhai.query.Query;
import zhai.query.QueryException;
import zhai.query.QueryParser;

/// A set's documents in a library of their own, taken in as `zhai import --format jsonl` does and
/// searched as `zhai search --batch` does.
final class MeasuredLibrary implements AutoCloseable {
  /// The address of a document that says none is this and its id.
  private static final String ADDRESS = "https://set.invalid/";

  /// In a ranking, what is a copy of something above it: a place that is wasted.
  private static final String COPY = "(copy)";

  /// Where the clock of a measured library stands, so that `added:7d` means the same in every run;
  /// the days are those of China.
  private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path folder;
  private final Library library;
  private final Finder finder;

  /// What the judgments call the documents, by the addresses that they were given under.
  private final Map<String, String> ids;

  private MeasuredLibrary(Path folder, Library library, List<RetrievalSet.Document> documents) {
    this.folder = folder;
    this.library = library;
    this.finder = new Finder(library);
    this.ids =
        documents.stream()
            .collect(Collectors.toMap(MeasuredLibrary::address, RetrievalSet.Document::judgedAs));
  }

  /// The answer to a query: ids of documents, best first.
  record Answer(List<String> ranking, double millis) {}

  static MeasuredLibrary of(List<RetrievalSet.Document> documents) throws IOException {
    Path folder = Files.createTempDirectory("zhai-retrieval");
    TimedExtractor extractor = new TimedExtractor(() -> new Extractor(SiteReaders.all()));
    Parts parts = new Parts(extractor, InstantSource.fixed(NOW), ZONE, "measure");
    MeasuredLibrary measured =
        new MeasuredLibrary(folder, Library.create(new LibraryFolder(folder), parts), documents);
    measured.take(documents);
    return measured;
  }

  private void take(List<RetrievalSet.Document> documents) throws IOException {
    String lines = documents.stream().map(MeasuredLibrary::line).collect(Collectors.joining("\n"));
    Import reading = new Import(library, _ -> {}, true);
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    reading.read(
        ImportFormat.JSONL.reader(), new ImportFile("set", () -> new ByteArrayInputStream(bytes)));
    if (reading.report().counts().added() != documents.size()) {
      throw new IllegalStateException("not all documents were taken in: " + reading.report());
    }
  }

  private static String line(RetrievalSet.Document document) {
    ObjectNode line = document.line().deepCopy();
    line.put("url", address(document));
    return JsonText.write(line);
  }

  private static String address(RetrievalSet.Document document) {
    return document.line().path("url").asText(ADDRESS + document.id());
  }

  /// Leads the index up to the documents.
  ///
  /// @return seconds
  double index() {
    long start = System.nanoTime();
    CatchUp done = library.catchUp();
    if (!(done instanceof CatchUp.Followed)) {
      throw new IllegalStateException("not indexed: " + done);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  Answer search(String text) {
    Query query = parse(text);
    long start = System.nanoTime();
    List<Long> hits =
        finder.hits(query, RetrievalScore.DEPTH).hits().stream().map(Hit::id).toList();
    double millis = (System.nanoTime() - start) / 1e6;
    Map<Long, String> found =
        library.outlines(hits).stream()
            .map(Entry::bookmark)
            .collect(
                Collectors.toMap(
                    bookmark -> bookmark.id(),
                    bookmark -> Objects.requireNonNull(ids.get(bookmark.url().given()))));
    Set<String> seen = new HashSet<>();
    return new Answer(
        hits.stream().map(found::get).map(id -> seen.add(id) ? id : COPY).toList(), millis);
  }

  private static Query parse(String text) {
    try {
      return QueryParser.parse(text);
    } catch (QueryException _) {
      return QueryParser.plain(text);
    }
  }

  @Override
  public void close() throws IOException {
    library.close();
    TemporaryFolder.delete(folder);
  }
}
