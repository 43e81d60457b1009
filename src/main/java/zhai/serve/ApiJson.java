package zhai.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import zhai.exchange.EntryJson;
import zhai.exchange.JsonText;
import zhai.index.Facet;
import zhai.index.Facets;
import zhai.index.Snippet;
import zhai.library.Finder;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Span;

/// What the API answers, as JSON. A bookmark is what `--json` prints ({@link EntryJson}).
final class ApiJson {
  private ApiJson() {}

  static ObjectNode bookmark(Entry entry) {
    return EntryJson.of(entry);
  }

  /// A bookmark with what its page says, and where in that its excerpts stand.
  static ObjectNode whole(Entry entry) {
    ObjectNode json = EntryJson.of(entry);
    if (entry.article() == null) {
      json.putNull("article");
    } else {
      Content content = entry.article().article().content();
      json.putObject("article")
          .put("version", entry.article().number())
          .put("markdown", content.markdown())
          .put("text", content.text());
    }
    ArrayNode places = json.putArray("places");
    for (Mark.Excerpt excerpt : entry.excerpts()) {
      ObjectNode place = places.addObject().put("excerpt", excerpt.id());
      add(place.putArray("spans"), EntryPage.places(excerpt.anchor()));
    }
    return json.put("fetching", false);
  }

  static ObjectNode answer(Finder.Answer answer) {
    ObjectNode json = JsonText.object().put("total", answer.total());
    ArrayNode found = json.putArray("found");
    answer.found().forEach(it -> add(found.addObject(), it));
    answer.missingWords().forEach(json.putArray("missingWords")::add);
    json.put("didYouMean", answer.didYouMean());
    return json.put("notIndexed", answer.notIndexed());
  }

  private static void add(ObjectNode json, Finder.Found found) {
    json.set("bookmark", EntryJson.of(found.entry()));
    json.put("partial", found.hit().partial());
    found.hit().lack().missing().forEach(json.putArray("missing")::add);
    json.put("under", found.under());
    ArrayNode snippets = json.putArray("snippets");
    for (Snippet snippet : found.hit().snippets()) {
      ObjectNode one = snippets.addObject();
      one.put("field", snippet.field().label()).put("text", snippet.text());
      add(one.putArray("highlights"), snippet.highlights());
    }
  }

  static ObjectNode facets(Facets facets) {
    ObjectNode json = JsonText.object().put("total", facets.total());
    ArrayNode all = json.putArray("facets");
    for (Facet facet : facets.facets()) {
      ObjectNode one = all.addObject().put("property", facet.property().label());
      ArrayNode counts = one.putArray("counts");
      facet
          .counts()
          .forEach(
              it -> counts.addObject().put("value", it.value()).put("bookmarks", it.bookmarks()));
      one.put("others", facet.others());
    }
    return json;
  }

  private static void add(ArrayNode json, List<Span> spans) {
    spans.forEach(span -> json.addArray().add(span.start()).add(span.end()));
  }
}
