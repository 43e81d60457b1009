package zhai.extract;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// A forum thread or a question with its answers: a page on which every post is content. How such a
/// page shows itself is in `thread.txt`.
final class Conversation {
  private static final RuleFile RULES = RuleFile.open("thread.txt");
  private static final Pattern ADDRESS =
      Pattern.compile(String.join("|", RULES.section("addresses")), Pattern.CASE_INSENSITIVE);

  private static final PageSelector TYPED =
      PageSelector.parse("[itemtype$=/QAPage], [itemtype$=/DiscussionForumPosting]");
  private static final PageSelector GENERATOR = PageSelector.parse("meta[name=generator][content]");

  private Conversation() {}

  /// Whether the page is one: its structured data, its software or its address says so.
  static boolean isOne(Page.Html page, StructuredData data) {
    return data.hasType(RULES.section("types"))
        || page.index().has(TYPED)
        || isGenerated(page)
        || ADDRESS.matcher(hostAndPath(page.address())).find();
  }

  private static boolean isGenerated(Page.Html page) {
    return page.index()
        .find(GENERATOR)
        .limit(1)
        .map(meta -> meta.attr("content").toLowerCase(Locale.ROOT))
        .anyMatch(name -> RULES.section("generators").stream().anyMatch(name::contains));
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
}
