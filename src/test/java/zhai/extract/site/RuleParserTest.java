package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.url.RuleSyntaxException;

/// What is wrong with a file is said with its line.
final class RuleParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          autor .name                           | 'autor' is no rule: a line begins with name, zone, match
          author                                | 'author' needs a value
          author .name[                         | '.name[' is no CSS selector
          author .name => (a                    | '(a' is no regular expression: Unclosed group
          author .name => a                     | 'a' needs a group (…) around what is meant
          author .name => (a) ==> $2            | there is no group $2
          author $state.user                    | no 'data' line says what $state is
          author $ld.a..b                       | '..b' can't be read as steps of the path $ld.a..b
          author $ld.a @ href                   | data has no attributes
          content #a-{answer}                   | no 'match' line of this section captures {answer}
          data state                            | 'data' needs a name and where the data stands
          data ld script                        | $ld is there already
          data state var a b                    | 'a b' is no name of a variable
          match http://forum.example/           | a place begins with the host: leave out 'http://'
          match forum.example/*                 | '*' in '/*': only a leading '*.', a final '/**'
          zone Beijing                          | Invalid ID for ZoneOffset
          min few                               | For input string: "few"
          wall gone .error                      | a wall is VERDICT SOURCE | SENTENCE
          wall missing .error : It is not there | a wall is VERDICT SOURCE | SENTENCE
          wall read .error ; It is there.       | 'read' is no wall
          """)
  void namesTheLineThatItCannotRead(String line, String problem) {
    String text = "# a site\n\nmatch forum.example\n[topic]\n" + line.replace(" ; ", " | ");
    RuleSyntaxException wrong =
        assertThrows(RuleSyntaxException.class, () -> SiteRules.parse(text, "mine.rules"));
    String message = String.valueOf(wrong.getMessage());
    assertEquals(
        "mine.rules:5: " + problem,
        message.substring(0, Math.min(message.length(), problem.length() + 14)));
  }

  @Test
  void wantsToKnowHowAPageIsKnown() {
    RuleSyntaxException wrong =
        assertThrows(
            RuleSyntaxException.class, () -> SiteRules.parse("name A\n[a]\ntitle h1", "a.rules"));
    assertEquals(
        "a.rules:2: how is such a page known? A 'match' or 'mark' line says it",
        wrong.getMessage());
  }

  @Test
  void takesOneZoneForOneSection() {
    RuleSyntaxException wrong =
        assertThrows(
            RuleSyntaxException.class,
            () -> SiteRules.parse("mark #a\nzone +08:00\nzone +09:00", "a.rules"));
    assertEquals("a.rules:3: 'zone' stands here already, in line 2", wrong.getMessage());
  }

  @Test
  void findsNothingWrongInTheFilesThatComeAlong() {
    for (SiteFile file : SiteRules.bundled().files()) {
      assertDoesNotThrow(() -> file.kinds().forEach(PageKind::places), file.name());
    }
  }
}
