package zhai.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          dorp a.example x                          | 'dorp' is no rule
          rewrite a.example                         | needs two places
          rewrite a.example b.example c.example     | needs two places
          rewrite a.example/{id} b.example/{other}  | '{other}' is used
          rewrite a.example/{id} https://b.example  | is not host, path and parameters
          rewrite a.example/{id} www.b.example/     | leave out 'www.'
          rewrite a.example/{id}/{id} b.example     | stands twice
          rewrite a.example/{i d} b.example         | needs two places
          rewrite a.example/{Id} b.example          | not of the form {name}
          rewrite a.example/{id b.example           | not of the form {name}
          rewrite a.example/{id:[0-9} b.example     | broken regular expression
          drop a.example                            | needs the names of parameters
          drop                                      | needs a place
          keep www.a.example x                      | leave out 'www.'
          keep https://a.example x                  | leave out 'http://'
          keep a_b! x                               | is not a host
          keep a.example/*/b x                      | '*' in
          unwrap a.example                          | needs either the names of parameters
          unwrap a.example/{target**} url           | needs either the names of parameters
          fragment a.example                        | 'keep' or 'drop'
          fragment a.example maybe                  | 'keep' or 'drop'
          group a.example/{id} a.example            | needs two places
          group a.example/{id} a.example/{x} thread | '{x}' is used
          www                                       | needs hosts
          www a.example/b                           | takes hosts only
          """)
  void saysWhatIsWrongInWhichLine(String line, String problem) {
    String text = "# my rules\n\ndrop * x # fine\n" + line + "\n";
    var error =
        assertThrows(RuleSyntaxException.class, () -> CanonicalRules.parse(text, "my.rules"));
    assertEquals("my.rules", error.file());
    assertEquals(4, error.line());
    assertTrue(error.getMessage().startsWith("my.rules:4: "), error.getMessage());
    assertTrue(error.getMessage().contains(problem), error.getMessage());
  }

  @Test
  void readsCommentsTabsByteOrderMarksAndWindowsLineEnds() {
    var rules = CanonicalRules.parse("\uFEFF# mine\r\n\tdrop\ta.example\tx  # why\r\n", "mine");
    assertEquals("https://a.example/", rules.identify("https://a.example/?x=1").canonical());
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "*,                          https://a.example/b,        true",
    "a.example,                  https://a.example/b/c,      true",
    "a.example,                  https://www.a.example/b,    true",
    "a.example,                  https://sub.a.example/b,    false",
    "*.a.example,                https://a.example/b,        true",
    "*.a.example,                https://x.y.a.example/b,    true",
    "*.a.example,                https://bada.example/b,     false",
    "{x}.a.example,              https://x.y.a.example/b,    false",
    "a.example/b,                https://a.example/b/,       true",
    "a.example/b,                https://a.example/b/c,      false",
    "a.example/b/**,             https://a.example/b,        true",
    "a.example/b/**,             https://a.example/b/c/d,    true",
    "a.example/b/**,             https://a.example/bc,       false",
    "a.example/{id},             https://a.example/b/c,      false",
    "a.example/{id**},           https://a.example/b/c,      true",
    "a.example/{id:[0-9]{3}},    https://a.example/123,      true",
    "a.example/{id:[0-9]{3}},    https://a.example/1234,     false",
    "a.example/b.html,           https://a.example/bxhtml,   false",
    "a.example?q,                https://a.example/b?q,      true",
    "a.example?q,                https://a.example/b?r=1,    false",
    "a.example?q=1,              https://a.example/b?q=1,    true",
    "a.example?q=1,              https://a.example/b?q=12,   false",
    "a.example?q={v}&r,          https://a.example/b?r&q=12, true"
  })
  void matchesPlaces(String place, String address, boolean matches) {
    var rules = CanonicalRules.parse("fragment " + place + " keep", "rules");
    assertEquals(matches, rules.identify(address + "#f").canonical().endsWith("#f"));
  }

  @Test
  void matchesNamesWithStarsWhateverTheirCase() {
    var rules = CanonicalRules.parse("drop * tr_* *id a*z", "rules");
    String given = "https://a.example/?TR_x=1&UserId=2&abz=3&abc=4&ident=5&x_tr_=6";
    assertEquals("https://a.example/?abc=4&ident=5&x_tr_=6", rules.identify(given).canonical());
  }

  @Test
  void writesKeptParametersInTheOrderOfTheLine() {
    var rules = CanonicalRules.parse("only a.example z a", "rules");
    assertEquals(
        "https://a.example/?z=1&a=2", rules.identify("https://a.example/?b=3&a=2&z=1").canonical());
  }
}
