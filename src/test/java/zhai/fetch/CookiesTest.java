package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {
  private static final String FILE =
      """
      # Netscape HTTP Cookie File
      # https://curl.se/docs/http-cookies.html

      .example.com\tTRUE\t/\tFALSE\t0\twide\t1
      example.com\tFALSE\t/\tFALSE\t0\tnarrow\t2
      #HttpOnly_.example.com\tTRUE\t/\tTRUE\t4102444800\tlogin\ta=b"c"
      example.com\tFALSE\t/deep\tFALSE\t4102444800\tdeep\t3
      .example.com\tTRUE\t/\tFALSE\t1\texpired\t4
      other.example\tTRUE\t/\tfalse\t0\tempty\t
      """;

  private static String header(String file, String address) {
    HttpUrl url = HttpUrl.get(address);
    return new CookieTrail(Cookies.parse(file)).headerFor(url, Trial.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "http://example.com/          | wide=1; narrow=2",
        "https://example.com/         | wide=1; narrow=2; login=a=b\"c\"",
        "https://www.example.com/     | wide=1; login=a=b\"c\"",
        "http://example.com/deep/er   | deep=3; wide=1; narrow=2",
        "http://example.com/deeper    | wide=1; narrow=2",
        "https://notexample.com/      | ",
        "https://example.com.evil.org/| ",
        "https://sub.other.example/   | empty="
      })
  void sendsACookieWhereItBelongs(String address, String header) {
    assertEquals(header == null ? "" : header, header(FILE, address));
  }

  @Test
  void readsWindowsLineEnds() {
    String windows = FILE.replace("\n", "\r\n");
    assertEquals("wide=1; narrow=2", header(windows, "http://example.com/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com\\tTRUE\\t/\\tFALSE\\t0 | line 2: a cookie has seven fields with tabs between"
            + " them",
        "[{\"domain\":\"x\"}] | line 2: a cookie has seven fields with tabs between them",
        "example.com TRUE / FALSE 0 a b | line 2: a cookie has seven fields with tabs between them",
        "a.com\\tyes\\t/\\tFALSE\\t0\\ta\\tb | line 2: the second and fourth fields are TRUE or"
            + " FALSE",
        "a.com\\tTRUE\\t/\\tFALSE\\tsoon\\ta\\tb | line 2: the fifth field is the expiry, in whole"
            + " seconds",
        "a.com\\tTRUE\\tdeep\\tFALSE\\t0\\ta\\tb | line 2: not a cookie: path must start with '/'"
      })
  void saysWhichLineIsNoCookie(String line, String message) {
    String file = "# Netscape HTTP Cookie File\n" + line.replace("\\t", "\t") + "\n";
    CookieFileException thrown = assertThrows(CookieFileException.class, () -> Cookies.parse(file));
    assertEquals(message, thrown.getMessage());
    assertEquals(2, thrown.line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n"})
  void findsNoneInAFileWithoutCookies(String file) {
    assertEquals(0, Cookies.parse(file).size());
  }

  @Test
  void showsNoValues() {
    assertFalse(Cookies.parse(FILE).toString().contains("a=b"));
    assertFalse(
        FetchOptions.defaults().withCookies(Cookies.parse(FILE)).toString().contains("a=b"));
  }

  @Test
  void letsAServerReplaceAndDeleteACookie() {
    CookieTrail trail = new CookieTrail(Cookies.parse(FILE));
    HttpUrl url = HttpUrl.get("http://example.com/");
    trail.follow(url, Headers.of("Set-Cookie", "narrow=new; Path=/"));
    trail.follow(url, Headers.of("Set-Cookie", "wide=; Domain=example.com; Path=/; Max-Age=0"));
    assertEquals("narrow=new", trail.headerFor(url, Trial.NOW));
  }

  @Test
  void takesNoCookieThatAServerSetsForAnother() {
    CookieTrail trail = new CookieTrail(Cookies.none());
    trail.follow(
        HttpUrl.get("https://evil.example/"), Headers.of("Set-Cookie", "a=1; Domain=example.com"));
    assertEquals("", trail.headerFor(HttpUrl.get("https://example.com/"), Trial.NOW));
  }
}
