package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.NotePlace;
import zhai.exchange.NoteRecord;
import zhai.library.NoteChanges.Added;
import zhai.library.NoteChanges.Change;
import zhai.library.NoteChanges.Fresh;
import zhai.library.NoteChanges.Gone;
import zhai.library.NoteChanges.Same;
import zhai.library.NoteChanges.Updated;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.store.Noted;
import zhai.url.WebUrl;

/// A place is written `1@a:7=x`: bookmark 1 stands in file `a` on line 7 with body `x`; `~x` is a
/// mention, `x!` one that is gone.
class NoteChangesTest {
  private static final Pattern PLACE = Pattern.compile("(\\d+)@(\\w+):(\\d+)=(~?)(\\w*)(!?)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | 1@a:7=x           | added a:7
          1@a:7=x           | ''                | gone a:7
          1@a:7=x!          | ''                | ''
          1@a:7=x           | 1@a:7=x           | same a:7 a:7
          1@a:7=x           | 1@a:9=x           | same a:7 a:9
          1@a:7=x           | 1@a:7=y           | updated a:7 a:7
          1@a:7=x           | 1@a:9=y           | updated a:7 a:9
          1@a:7=x           | 1@b:2=x           | updated a:7 b:2
          1@a:7=x           | 1@b:2=y           | updated a:7 b:2
          1@a:7=x           | 2@a:7=x           | added a:7, gone a:7
          1@a:7=x           | 0@a:7=x           | added a:7, gone a:7
          1@a:7=x           | 1@a:7=~x          | updated a:7 a:7
          1@a:7=x!          | 1@a:9=x           | updated a:7 a:9
          1@a:7=x!          | 1@b:9=x           | updated a:7 b:9
          1@a:7=x!          | 1@a:7=y           | added a:7
          1@a:7=x 1@a:9=y   | 1@a:7=y 1@a:9=x   | same a:9 a:7, same a:7 a:9
          1@a:7=x 1@a:9=y   | 1@a:7=z 1@a:8=x   | updated a:9 a:7, same a:7 a:8
          1@a:3=x 1@a:9=x   | 1@a:4=x 1@a:10=x  | same a:3 a:4, same a:9 a:10
          1@a:3=x 1@a:9=x   | 1@a:8=x           | same a:9 a:8, gone a:3
          1@a:3=x           | 1@a:2=x 1@a:3=x   | added a:2, same a:3 a:3
          1@a:3=x 1@b:3=x   | 1@b:3=x 1@a:3=x   | same b:3 b:3, same a:3 a:3
          1@a:3=x           | 1@b:1=x 1@a:3=y   | updated a:3 b:1, added a:3
          1@a:3=x 1@a:5=~y  | 1@a:5=z 1@a:3=~w  | updated a:3 a:5, updated a:5 a:3
          1@a:3=y 1@a:5=x!  | 1@a:3=x           | updated a:3 a:3
          1@a:3=x 1@a:5=x!  | 1@a:5=x           | same a:3 a:5
          """)
  void tellsWhatMovedFromWhatIsNewAndWhatIsGone(String before, String now, String expected) {
    List<Noted> olds = places(before).map(NoteChangesTest::noted).toList();
    List<Fresh> fresh = places(now).map(NoteChangesTest::fresh).toList();
    assertEquals(
        expected,
        NoteChanges.between(olds, fresh).stream()
            .map(NoteChangesTest::told)
            .collect(Collectors.joining(", ")));
  }

  private static Stream<Matcher> places(String places) {
    return Arrays.stream(places.split(" +"))
        .filter(place -> !place.isEmpty())
        .map(PLACE::matcher)
        .peek(matcher -> assertEquals(true, matcher.matches()));
  }

  private static NoteKind kind(Matcher place) {
    return place.group(4).isEmpty() ? NoteKind.RECORD : NoteKind.MENTION;
  }

  private static Noted noted(Matcher place) {
    int line = Integer.parseInt(place.group(3));
    boolean gone = !place.group(6).isEmpty();
    NoteSource source =
        new NoteSource(
            place.group(2), line, null, place.group(5), kind(place), "", List.of(), gone);
    return new Noted(Long.parseLong(place.group(1)), false, source);
  }

  private static Fresh fresh(Matcher place) {
    int line = Integer.parseInt(place.group(3));
    String url = "https://example.org/" + place.group(1);
    NoteRecord record =
        new NoteRecord(
            kind(place),
            url,
            null,
            "",
            new NotePlace(place.group(2), line, line),
            null,
            place.group(5),
            List.of(),
            List.of());
    long id = Long.parseLong(place.group(1));
    return new Fresh(id, WebUrl.stored(url, url, url), record, List.of());
  }

  private static String told(Change change) {
    return switch (change) {
      case Added(Fresh fresh) -> "added " + at(fresh.source());
      case Same(Noted old, Fresh fresh) -> "same " + at(old.source()) + " " + at(fresh.source());
      case Updated(Noted old, Fresh fresh) ->
          "updated " + at(old.source()) + " " + at(fresh.source());
      case Gone(Noted old) -> "gone " + at(old.source());
    };
  }

  private static String at(NoteSource source) {
    return source.file() + ":" + source.line();
  }
}
