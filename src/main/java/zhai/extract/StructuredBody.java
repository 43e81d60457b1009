package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the element that holds the text which the page's structured data calls the article's body.
/// The data's own text has lost its paragraphs, so it only shows the place.
final class StructuredBody {
  private static final int SAMPLE_LENGTH = 24;
  private static final int SAMPLES = 12;
  private static final double MIN_FOUND = 0.75;

  private StructuredBody() {}

  static @Nullable Candidate find(Element body, String articleBody) {
    List<String> samples = samples(squeeze(articleBody));
    if (samples.size() < 3 || found(body, samples) < MIN_FOUND) {
      return null;
    }
    Element holder = body;
    Element inner = holder;
    while (inner != null) {
      holder = inner;
      inner = null;
      for (Element child : holder.children()) {
        if (found(child, samples) >= MIN_FOUND) {
          inner = child;
          break;
        }
      }
    }
    return Candidate.of(Candidate.Method.STRUCTURED, holder);
  }

  private static List<String> samples(String text) {
    List<String> samples = new ArrayList<>();
    int step = Math.max(SAMPLE_LENGTH, text.length() / SAMPLES);
    for (int at = 0; at + SAMPLE_LENGTH <= text.length(); at += step) {
      samples.add(text.substring(at, at + SAMPLE_LENGTH));
    }
    return samples;
  }

  private static double found(Element element, List<String> samples) {
    String text = squeeze(element.wholeText());
    return samples.stream().filter(text::contains).count() / (double) samples.size();
  }

  private static String squeeze(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
