package zhai.url;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the text, there are two outcomes: an identity that stays one, or a sentence.
class AnyTextTest {
  /// What addresses are made of, and what breaks them.
  private static final List<String> PIECES =
      List.of(
          "http://",
          "https://",
          "www.",
          "zhihu.com",
          "link.zhihu.com",
          "mp.weixin.qq.com",
          "example.com",
          "/",
          "?",
          "&",
          "=",
          "#",
          "%",
          "%2",
          "%25",
          "%41",
          "%e4",
          "中",
          "＠",
          "@",
          ":",
          "::",
          "[",
          "]",
          "//",
          "..",
          "/./",
          "target=",
          "https%3A//",
          "url=",
          "/s",
          "__biz=",
          "question/1",
          "/answer/2",
          "utm_x",
          "&amp;",
          "\\",
          " ",
          "\t",
          "1",
          "0x7f",
          ".",
          "'",
          "\"",
          "|",
          "^",
          "\ud800",
          "\u0000",
          "a",
          "{",
          "}",
          "+",
          "/p/123456",
          "google.com/amp/s/",
          "。",
          "\u200b",
          "#/",
          "!/");

  private static final CanonicalRules RULES = CanonicalRules.bundled();

  @Property(seed = "20260104")
  boolean anyTextIsAnAddressOrRefused(@ForAll String text) {
    return isStableOrRefused(text);
  }

  @Property(seed = "20260104", tries = 3000)
  boolean anyAddressIsStableOrRefused(@ForAll("addresses") String address) {
    return isStableOrRefused(address);
  }

  @Property(seed = "20260104")
  boolean shareTextNeverFails(@ForAll String text) {
    return ShareText.urlsIn(text).stream().allMatch(text::contains);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    return piece.list().ofMaxSize(14).map(pieces -> "https://" + String.join("", pieces));
  }

  private static boolean isStableOrRefused(String text) {
    String canonical;
    try {
      canonical = RULES.identify(text).canonical();
    } catch (InvalidUrlException refusal) {
      return !String.valueOf(refusal.getMessage()).isEmpty();
    }
    return RULES.identify(canonical).canonical().equals(canonical);
  }
}
