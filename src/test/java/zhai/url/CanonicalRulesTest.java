package zhai.url;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRulesTest {
  private static final CanonicalRules RULES = CanonicalRules.bundled();

  static Stream<Arguments> addresses() {
    return Table.rows("canonical.tsv", 3);
  }

  static Stream<Arguments> invalid() {
    return Table.rows("invalid.tsv", 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("addresses")
  void leadsToItsPage(String given, String canonical, @Nullable String fetchAddress) {
    WebUrl url = RULES.identify(given);
    assertEquals(canonical, url.canonical());
    if (fetchAddress != null) {
      assertEquals(fetchAddress, url.fetchAddress());
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("addresses")
  void leavesACanonicalAddressAsItIs(String given, String canonical) {
    assertEquals(canonical, RULES.identify(canonical).canonical());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("addresses")
  void fetchesAnAddressOfTheSamePage(String given, String canonical) {
    String fetched = RULES.identify(given).fetchAddress();
    assertEquals(canonical, RULES.identify(fetched).canonical());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalid")
  void refusesWithASentence(String given, String reason) {
    var refusal = assertThrows(InvalidUrlException.class, () -> RULES.identify(given));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(given.strip()), refusal.getMessage());
  }

  @Test
  void refusesWhatIsTooLongWithoutRepeatingAllOfIt() {
    String given = "https://example.com/" + "a".repeat(64 * 1024);
    var refusal = assertThrows(InvalidUrlException.class, () -> RULES.identify(given));
    assertTrue(refusal.getMessage().contains("64 KiB"));
    assertTrue(refusal.getMessage().length() < 300);
  }

  @Test
  void refusesWhatIsTooLongOnceItIsEncoded() {
    String given = "https://example.com/" + "中".repeat(10_000);
    var refusal = assertThrows(InvalidUrlException.class, () -> RULES.identify(given));
    assertTrue(refusal.getMessage().contains("64 KiB"));
  }

  @Test
  void leavesAnAddressWhereItIsThatALineWouldMoveForEver() {
    CanonicalRules rules =
        CanonicalRules.parse("rewrite a.example/{any**} a.example/t/{any}", "own.rules");
    assertEquals("https://a.example/x", rules.identify("a.example/x").canonical());
  }

  @Test
  void readsTheLongestAllowedAddress() {
    String start = "https://example.com/";
    String given = start + "a".repeat(64 * 1024 - start.length());
    assertEquals(given, RULES.identify(given).canonical());
  }

  /// What could make a regular expression look back again and again.
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "/", "%", "-", ".", "a-", "v1", "&", "&amp;", "?a=", "abc/", "(", "<", "中", "a."
      })
  @Timeout(5)
  void staysQuickOnLongRepetition(String piece) {
    String many = piece.repeat(60_000 / piece.length());
    for (String start :
        List.of(
            "https://arxiv.org/abs/1",
            "https://medium.com/@a/",
            "https://www.nytimes.com/a",
            "a.example/b",
            "a")) {
      try {
        assertFalse(RULES.identify(start + many + "x").canonical().isEmpty());
      } catch (InvalidUrlException refusal) {
        assertTrue(refusal.getMessage().length() < 300);
      }
    }
    assertTrue(ShareText.urlsIn("https://a.example/" + many).size() <= 1);
  }

  @Test
  void refusesEndlessWrapping() {
    String given =
        "https://google.com/amp/s/".repeat(30).replace("/s/https://", "/s/") + "example.com";
    var refusal = assertThrows(InvalidUrlException.class, () -> RULES.identify(given));
    assertTrue(refusal.getMessage().contains("wraps more than 16"), refusal.getMessage());
  }

  @Test
  void keepsWhatWasGivenTrimmed() {
    assertEquals(
        "zhihu.com/question/1?utm_psn=2",
        RULES.identify(" zhihu.com/question/1?utm_psn=2\n").given());
  }

  /// The three ways in which one answer of a daily note is shared.
  @Test
  void makesTwoPagesOfTwoLinksUnderThreeFormsEach() {
    var pages =
        List.of(
                "https://www.zhihu.com/question/1136011977/answer/1901649423131472480?utm_psn=1991111905440449748",
                "https://m.zhihu.com/question/1136011977/answer/1901649423131472480?share_code=a",
                "https://link.zhihu.com/?target=https%3A//www.zhihu.com/question/1136011977/answer/1901649423131472480",
                "https://www.zhihu.com/question/1936111519252349787/answer/1977020498446657108?utm_psn=1991116817385666038",
                "zhihu.com/question/1936111519252349787/answer/1977020498446657108#comments",
                "http://www.zhihu.com/question/1936111519252349787/answer/1977020498446657108/?native=1")
            .stream()
            .map(RULES::identify)
            .collect(Collectors.toSet());
    assertEquals(2, pages.size());
  }

  @Test
  void keepsDifferentPagesApart() {
    List<String> different =
        List.of(
            "https://www.zhihu.com/question/1",
            "https://www.zhihu.com/question/1/answer/2",
            "https://www.zhihu.com/answer/2",
            "https://zhuanlan.zhihu.com/p/2",
            "https://www.zhihu.com/pin/2",
            "https://example.com/A",
            "https://example.com/a",
            "https://example.com/a?b",
            "https://example.com/a?b=",
            "https://example.com/a%2Fb",
            "https://example.com/a/b",
            "https://www2.example.com/a",
            "https://example.com:8443/a",
            "https://web.archive.org/web/2020/https://example.com/a");
    var pages = different.stream().map(RULES::identify).collect(Collectors.toSet());
    assertEquals(different.size(), pages.size());
  }

  @Test
  void letsAUsersOwnRulesDecideFirst() {
    CanonicalRules own =
        CanonicalRules.parse(
            """
            rewrite m.forum.example/thread/{id}   forum.example/t/{id}
            open    forum.example/t/{id}          invite
            only    forum.example/t/{id}          page
            keep    blog.example/**               utm_source
            fragment blog.example                 keep
            www     blog.example
            """,
            "own.rules");
    CanonicalRules rules = RULES.extendedBy(own);
    WebUrl thread = rules.identify("https://m.forum.example/thread/7?page=2&invite=x&sid=9");
    assertAll(
        () -> assertEquals("https://forum.example/t/7?page=2", thread.canonical()),
        () ->
            assertEquals("https://m.forum.example/thread/7?page=2&invite=x", thread.fetchAddress()),
        () ->
            assertEquals(
                "https://www.blog.example/a?utm_source=x#part",
                rules
                    .identify("https://blog.example/a?utm_source=x&utm_medium=y#part")
                    .canonical()),
        () ->
            assertEquals(
                "https://www.zhihu.com/question/1",
                rules.identify("m.zhihu.com/question/1").canonical()),
        () -> assertNotEquals(thread, RULES.identify("https://m.forum.example/thread/7?page=2")));
  }

  @Test
  void appliesNoSiteRuleWithoutRules() {
    CanonicalRules none = CanonicalRules.parse("", "none");
    assertEquals(
        "https://m.zhihu.com/question/1?utm_psn=2",
        none.identify("http://m.zhihu.com/question/1/?utm_psn=2").canonical());
    assertFalse(none.identify("https://a.example/").equals(RULES.identify("https://b.example/")));
  }
}
