package zhai.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTextTest {
  static Stream<Arguments> texts() {
    return Table.rows("share-text.tsv", 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void findsTheAddresses(String text, String addresses) {
    assertEquals(addresses, String.join(" ", ShareText.urlsIn(text.replace("\\n", "\n"))));
  }
}
