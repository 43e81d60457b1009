package zhai.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A forum thread or a question with its answers: a page on which every post is content. How such a
/// page shows itself is in `thread.txt`.
final class Conversation {
  private static final RuleFile RULES = RuleFile.open("thread.txt");
  private static final Pattern ADDRESS =
      Pattern.compile(String.join("|", RULES.section("addresses")), Pattern.CASE_INSENSITIVE);
  private static final List<Evaluator> POSTS =
      RULES.section("posts").stream().map(QueryParser::parse).toList();

  private Conversation() {}

  /// Whether the page is one: its structured data, its software or its address says so.
  static boolean isOne(Page.Html page, StructuredData data) {
    String generator =
        page.document().select("meta[name=generator]").attr("content").toLowerCase(Locale.ROOT);
    return data.hasType(RULES.section("types"))
        || page.document().selectFirst("[itemtype$=/QAPage], [itemtype$=/DiscussionForumPosting]")
            != null
        || RULES.section("generators").stream().anyMatch(generator::contains)
        || ADDRESS.matcher(hostAndPath(page.address())).find();
  }

  private static String hostAndPath(String address) {
    try {
      URI uri = URI.create(address);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return uri.getHost() + uri.getRawPath() + query;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  /// The posts, by the first name under which the page has at least one with text; names with more
  /// text win over earlier ones.
  static @Nullable Candidate posts(Element body, BlockMap map) {
    List<Element> best = List.of();
    double most = 0;
    for (Evaluator name : POSTS) {
      List<Element> posts = outermost(body.select(name));
      double weight = map.weight(map.in(posts));
      if (weight > most * 1.1) {
        best = posts;
        most = weight;
      }
    }
    return most < 60 ? null : new Candidate(Candidate.Method.POSTS, best);
  }

  private static List<Element> outermost(List<Element> elements) {
    List<Element> outermost = new ArrayList<>();
    for (Element element : elements) {
      if (outermost.isEmpty() || !element.parents().contains(outermost.getLast())) {
        outermost.add(element);
      }
    }
    return outermost;
  }
}
