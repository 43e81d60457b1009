package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyDecoderTest {
  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "gb2312, GB18030",
    "x-gbk, GB18030",
    "GB_2312-80, GB18030",
    "chinese, GB18030",
    "cn-big5, Big5-HKSCS",
    "x-x-big5, Big5-HKSCS",
    "iso-8859-1, windows-1252",
    "x-user-defined, windows-1252",
    "Shift_JIS, windows-31j",
    "csISO2022JP, x-windows-iso2022jp",
    "mac, x-MacRoman",
    "koi8_r, KOI8-R",
    "latin2, ISO-8859-2",
    "cp1251, windows-1251",
    "euc-kr, x-windows-949",
    "' UTF8 ', UTF-8"
  })
  void understandsLabelsAsBrowsersDo(String label, String charset) {
    assertEquals(Charset.forName(charset), CharsetLabel.find(label));
  }

  @Test
  void knowsNoSenselessLabel() {
    assertNull(CharsetLabel.find("none-of-these"));
  }

  @ParameterizedTest(name = "header {0}, meta {1}, bytes {2} is read as {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, UTF-8, UTF-8",
        "gbk, gbk, UTF-8, UTF-8",
        "-, utf-8, GB18030, GB18030",
        "utf-8, gbk, GB18030, GB18030",
        "gbk, utf-8, GB18030, GB18030",
        "-, utf-16, UTF-8, UTF-8",
        "big5, -, Big5, Big5-HKSCS",
        "-, -, Big5, Big5-HKSCS",
        "-, -, GB18030, GB18030",
        "-, -, UTF-16LE, UTF-16LE"
      })
  void believesTheBytesMoreThanWhatIsSaidOfThem(
      String header, String meta, String written, String expected) {
    String page =
        "<html><head>"
            + (meta == null ? "" : "<meta charset=\"" + meta + "\">")
            + "<title>page</title></head><body><div class=\"text\">"
            + "一條河在城外轉了一個彎，然後向東流去，水面很平。</div></body></html>";

    var decoded = BodyDecoder.decode(page.getBytes(Charset.forName(written)), header);

    assertEquals(page, decoded.text());
    assertEquals(Charset.forName(expected), decoded.charset());
    assertEquals(0, decoded.damaged());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"EFBBBFE6B2B3, 河", "FFFE3300, 3", "FEFF0033, 3", "E6B2B3E6B2, 河", "'', ''"})
  void readsMarksAndForgivesACutOffEnd(String hex, String text) {
    assertEquals(text, BodyDecoder.decode(HexFormat.of().parseHex(hex), null).text());
  }

  @Test
  void readsTheEuroSignOfGbk() {
    byte[] bytes = HexFormat.of().parseHex("bacd80bacd");
    assertEquals("和€和", BodyDecoder.decode(bytes, "gbk").text());
  }

  @ParameterizedTest(name = "undeclared {0}")
  @CsvSource({
    "windows-31j, 川は東へ流れ、水面は静かです。人々は橋を渡って学校へ行きます。カタカナもあります。①",
    "EUC-JP, 川は東へ流れ、水面は静かです。人々は橋を渡って学校へ行きます。カタカナもあります。",
    "x-windows-949, 서울의 강은 동쪽으로 흐르고 물은 맑습니다. 사람들은 다리를 건너 학교에 갑니다.",
    "windows-1251, 'Река течёт на восток, и вода спокойна. Люди идут через мост в школу.'",
    "KOI8-R, 'Река течёт на восток, и вода спокойна. Люди идут через мост в школу.'",
    "GB18030, 河水向东流去，水面很平。人们走过桥去上学，桥头有一棵很老的树，树下有人下棋。"
  })
  void tellsScriptsApartByWhereTheirCharactersLie(String charset, String text) {
    var decoded = BodyDecoder.decode(text.getBytes(Charset.forName(charset)), null);
    assertEquals(text, decoded.text());
    assertEquals(0, decoded.damaged());
  }

  @Test
  void readsTheExtensionsOfShiftJis() {
    byte[] bytes = HexFormat.of().parseHex("8740878afbfc");
    assertEquals("①㈱髙", BodyDecoder.decode(bytes, "shift_jis").text());
  }

  @Test
  void readsEscapedJapaneseThatIsNamed() {
    byte[] bytes = HexFormat.of().parseHex("1b24423f651b2842");
    assertEquals("水", BodyDecoder.decode(bytes, "iso-2022-jp").text());
  }

  @Test
  void readsUndeclaredWesternText() {
    byte[] bytes =
        "un café très salé à la plage, où l'été dure".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("windows-1252", BodyDecoder.decode(bytes, null).charset().name());
  }
}
