package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Tells the beginning of a paid article from the whole.
///
/// Publishers tell search engines which articles are paid for (`isAccessibleForFree`) and which
/// elements hold the paid part (`hasPart`, `cssSelector`), and they say so on the whole article as
/// well as on its first two paragraphs. So that alone decides nothing: the paid part must be
/// missing, too, and the page must show it, by a gate or by a text that is too short. A gate
/// without that word is an offer under an article.
final class Preview {
  /// Less than this in the paid part, and it is not there.
  private static final double MIN_PART = 200;

  /// A text shorter than this, of which a part is missing, is its beginning.
  private static final double MAX_BEGINNING = 1_200;

  /// Before a gate stand at most so many paragraphs.
  private static final double MAX_GATED = 3_000;

  /// A gate says what it costs, and no more.
  private static final double MAX_GATE = 800;

  /// A text with less than this share of the words that the page counts is its beginning.
  private static final double MIN_WORDS = 0.4;

  private static final int MIN_COUNTED_WORDS = 200;
  private static final int MAX_PARTS = 10;

  private static final Evaluator GATE =
      QueryParser.parse(
          ":is(div, section, aside, form, article > p):is([id*=paywall], [class*=paywall],"
              + " [id*=regwall], [class*=regwall], [class*=subscription-wall],"
              + " [class*=subscribe-wall], [class*=premium-gate], [class*=article-gate],"
              + " [class*=content-gate], [class*=subscriber-only], .tp-container-inner,"
              + " .piano-inline-offer, #chargeWall, .pay-wall, .charge-wall)");

  private static final PageSelector PAID_MARKUP =
      PageSelector.parse(
          "meta[property=article:content_tier][content~=(?i)locked|metered],"
              + " [itemprop=isAccessibleForFree][content~=(?i)false]");

  /// What is said of such a page.
  static final String SENTENCE = "Only the beginning of the text is shown.";

  private Preview() {}

  /// Whether the page is sure to hold only the beginning of its article.
  static boolean isOne(Page.Html page, MainContent main, StructuredData data) {
    JsonNode article = data.article();
    Document document = page.document();
    if (!isPaid(article, page.index())) {
      return false;
    }
    List<String> parts = paidParts(article);
    if (!parts.isEmpty() && weight(document, parts) >= MIN_PART) {
      return false;
    }
    boolean isMissing = !parts.isEmpty() && main.weight() < MAX_BEGINNING;
    boolean isGated = main.weight() < MAX_GATED && hasGate(document);
    return isMissing || isGated || isShorterThanCounted(article, main);
  }

  private static boolean isPaid(@Nullable JsonNode article, PageIndex page) {
    return (article != null && isFalse(article.path("isAccessibleForFree")))
        || page.has(PAID_MARKUP);
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean()
        ? !value.asBoolean()
        : value.asText().replaceFirst("^https?://schema.org/", "").equalsIgnoreCase("false");
  }

  /// The selectors of the elements that only subscribers see.
  private static List<String> paidParts(@Nullable JsonNode article) {
    List<String> parts = new ArrayList<>();
    if (article != null) {
      JsonNode has = article.path("hasPart");
      for (JsonNode part : has.isArray() ? has : List.of(has)) {
        String selector = part.path("cssSelector").asText();
        if (isFalse(part.path("isAccessibleForFree")) && !selector.isBlank()) {
          parts.add(selector);
        }
      }
    }
    return parts.size() > MAX_PARTS ? parts.subList(0, MAX_PARTS) : parts;
  }

  private static double weight(Document document, List<String> selectors) {
    double weight = 0;
    for (String selector : selectors) {
      try {
        for (Element part : document.select(selector)) {
          weight += TextWeight.of(part.text());
        }
      } catch (Selector.SelectorParseException _) {
        return MIN_PART;
      }
    }
    return weight;
  }

  private static boolean hasGate(Document document) {
    return document.select(GATE).stream()
        .mapToDouble(gate -> TextWeight.of(gate.text()))
        .anyMatch(weight -> weight > 0 && weight <= MAX_GATE);
  }

  private static boolean isShorterThanCounted(@Nullable JsonNode article, MainContent main) {
    int counted = article == null ? 0 : article.path("wordCount").asInt(0);
    if (counted < MIN_COUNTED_WORDS) {
      return false;
    }
    String text = main.element().text();
    boolean isSpaced = TextWeight.of(text) <= text.length();
    return isSpaced && text.split(" ").length < counted * MIN_WORDS;
  }
}
