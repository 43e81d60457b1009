package zhai.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of documents, of queries, and of judgments which document answers which query:
/// `corpus.jsonl` with lines `{"id","title","text","lang"}` (or several files `corpus_PART.jsonl`),
/// and for each variant of the queries `queries_VARIANT.jsonl` with lines `{"id","text"}` and
/// `qrels_VARIANT.tsv` with lines `query document grade`. Plain questions have no variant:
/// `queries.jsonl`, `qrels.tsv`.
public record RetrievalSet(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A text to be found.
  ///
  /// @param line all that the set says of it: whatever a line of `zhai import --format jsonl` may;
  ///   and `same`, on a copy of another document, that one's id
  public record Document(String id, ObjectNode line) {

    /// The id that judgments know it by: its own, or the original's. Either serves a reader.
    String judgedAs() {
      return line.path("same").asText(id);
    }
  }

  /// A query, and the documents that answer it with their grades, from 1.
  public record Judged(String id, String text, Map<String, Integer> grades) {}

  /// The folder's name.
  public String name() {
    return folder.getFileName().toString();
  }

  public List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (String part : names("corpus")) {
      for (JsonNode line : lines(folder.resolve(part))) {
        documents.add(new Document(line.path("id").asText(), (ObjectNode) line));
      }
    }
    return documents;
  }

  /// The variants of the queries, sorted; the plain questions are the empty name.
  public List<String> variants() {
    return names("queries").stream()
        .map(name -> name.substring("queries".length(), name.length() - ".jsonl".length()))
        .map(suffix -> suffix.replaceFirst("^_", ""))
        .toList();
  }

  private List<String> names(String kind) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(kind) && name.endsWith(".jsonl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The queries of a variant that somebody has judged.
  public List<Judged> queries(String variant) {
    String suffix = variant.isEmpty() ? "" : "_" + variant;
    Map<String, Map<String, Integer>> judgments = judgments(suffix);
    List<Judged> queries = new ArrayList<>();
    for (JsonNode line : lines(folder.resolve("queries" + suffix + ".jsonl"))) {
      String id = line.path("id").asText();
      Map<String, Integer> grades = judgments.get(id);
      if (grades != null) {
        queries.add(new Judged(id, line.path("text").asText(), grades));
      }
    }
    return queries;
  }

  private Map<String, Map<String, Integer>> judgments(String suffix) {
    Map<String, Map<String, Integer>> judgments = new HashMap<>();
    for (String line : read(folder.resolve("qrels" + suffix + ".tsv"))) {
      String[] cells = line.split("\t");
      judgments
          .computeIfAbsent(cells[0], _ -> new HashMap<>())
          .put(cells[1], Integer.parseInt(cells[2]));
    }
    return judgments;
  }

  private static List<JsonNode> lines(Path file) {
    List<JsonNode> parsed = new ArrayList<>();
    for (String line : read(file)) {
      try {
        parsed.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parsed;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
