package zhai.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import zhai.exchange.JsonText;
import zhai.index.Hit;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.query.Query;
import zhai.query.QueryException;
import zhai.query.QueryParser;

/// The batch door of searching: a line with a query in, a line with its hits out, in the same
/// order.
///
/// `millis` is the time of the search alone, without reading the line or writing the answer. A
/// query that breaks the rules of the language is searched for by its words; a line that is not
/// JSON gets `{"id":null,"error":…}` and the exit code 1 at the end.
final class SearchBatch {
  private final Session session;
  private final Library library;
  private final Finder finder;
  private final int limit;

  SearchBatch(Session session, Library library, int limit) {
    this.session = session;
    this.library = library;
    this.finder = new Finder(library);
    this.limit = limit;
  }

  int run() {
    finder.catchUp();
    boolean allAnswered =
        session
            .inputLines()
            .filter(line -> !line.isBlank())
            .map(this::answer)
            .reduce(true, Boolean::logicalAnd);
    return allAnswered ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private boolean answer(String line) {
    ObjectNode answer = JsonText.object();
    try {
      JsonNode request = JsonText.parse(line);
      answer.set("id", request.path("id"));
      search(query(request.path("query").asText()), answer);
    } catch (JsonProcessingException e) {
      answer.putNull("id");
      answer.put("error", "not a JSON line: " + e.getOriginalMessage());
    }
    session.printer().json(JsonText.write(answer));
    return !answer.has("error");
  }

  private Query query(String text) {
    try {
      return finder.parse(text);
    } catch (QueryException _) {
      return QueryParser.plain(text);
    }
  }

  private void search(Query query, ObjectNode answer) {
    long start = System.nanoTime();
    List<Hit> hits = finder.hits(query, limit).hits();
    double millis = (System.nanoTime() - start) / 1e6;
    Map<Long, String> addresses = addresses(hits);
    ArrayNode array = answer.putArray("hits");
    for (Hit hit : hits) {
      array
          .addObject()
          .put("id", hit.id())
          .put("url", addresses.getOrDefault(hit.id(), ""))
          .put("score", hit.score());
    }
    answer.put("millis", Math.round(millis * 1000) / 1000.0);
  }

  private Map<Long, String> addresses(List<Hit> hits) {
    return library.outlines(hits.stream().map(Hit::id).toList()).stream()
        .map(Entry::bookmark)
        .collect(Collectors.toMap(Bookmark::id, bookmark -> bookmark.url().canonical()));
  }
}
