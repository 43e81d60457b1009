package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What rules look at: a page, or one of its posts.
///
/// @param root the page's document, or the post's element
/// @param item the post, where posts are JSON; else null
/// @param captured what the pattern of the page's address found
record Scope(Element root, @Nullable JsonNode item, PageData data, Map<String, String> captured) {
  Scope at(Element post) {
    return new Scope(post, null, data, captured);
  }

  Scope at(JsonNode post) {
    return new Scope(root, post, data, captured);
  }
}
