package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import zhai.url.ShareText;

/// An address that stands bare in Markdown text.
///
/// @param url without the backslashes that editors put before `_` and `*`
/// @param start in the text looked through
/// @param end behind its last character there
record BareLink(String url, int start, int end) {
  private static final List<String> PAIRS = List.of("~~", "==", "__", "_");

  static List<BareLink> in(String text) {
    return text.indexOf('\\') < 0 ? plain(text) : escaped(text);
  }

  private static List<BareLink> plain(String text) {
    List<BareLink> found = new ArrayList<>();
    for (ShareText.Stretch at : ShareText.stretchesIn(text)) {
      int end = withoutPair(text, at.start(), at.end());
      String url = text.substring(at.start(), end).replace("&amp;", "&");
      found.add(new BareLink(url, at.start(), end));
    }
    return found;
  }

  private static List<BareLink> escaped(String text) {
    StringBuilder without = new StringBuilder(text.length());
    int[] places = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean escape =
          text.charAt(i) == '\\' && i + 1 < text.length() && isPunctuation(text.charAt(i + 1));
      if (escape) {
        i++;
      }
      places[without.length()] = i;
      without.append(text.charAt(i));
    }
    places[without.length()] = text.length();
    return plain(without.toString()).stream()
        .map(it -> new BareLink(it.url, places[it.start], places[it.end - 1] + 1))
        .toList();
  }

  // CommonMark lets a backslash stand before these.
  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }

  // `~~https://a.example/~~`: what ends the emphasis is not the address's.
  private static int withoutPair(String text, int start, int end) {
    for (String sign : PAIRS) {
      int length = sign.length();
      if (text.startsWith(sign, start - length)
          && text.startsWith(sign, end - length)
          && end - length > start) {
        return end - length;
      }
    }
    return end;
  }
}
