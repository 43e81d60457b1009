package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-09-19T21:50:05+08:00 | 2019-09-19T21:50:05+08:00",
        "1 May 2019 | 2019-05-01",
        "May 1, 2019 | 2019-05-01",
        "2019-09-19T21:50:05.123Z | 2019-09-19T21:50:05Z",
        "2019-09-19T21:50:05+0800 | 2019-09-19T21:50:05+08:00",
        "2019-09-07 09:25:09 | 2019-09-07T09:25:09",
        "2019年09月07日 09:25 来源：晚报 | 2019-09-07T09:25:00",
        "发布于 2019年9月7日 | 2019-09-07",
        "2019/9/7 | 2019-09-07",
        "2019.09.07 | 2019-09-07",
        "September 7, 2019 at 5:04 PM | 2019-09-07T17:04:00",
        "Posted on Sep 7th, 2019 | 2019-09-07",
        "Sat, 07 Sep 2019 21:30:50 GMT | 2019-09-07T21:30:50Z",
        "7. September 2019 | 2019-09-07",
        "07.09.2019, 14:30 Uhr | 2019-09-07T14:30:00",
        "samedi 7 septembre 2019 à 14h30 | 2019-09-07T14:30:00",
        "1er août 2019 | 2019-08-01",
        "7 de septiembre de 2019 | 2019-09-07",
        "7 września 2019 r., 14:30 | 2019-09-07T14:30:00",
        "7 сентября 2019 г. | 2019-09-07",
        "Sa., 7. März 2020 um 09:05 | 2020-03-07T09:05:00",
        "13/09/2019 | 2019-09-13",
        "09/13/2019 10:00 AM | 2019-09-13T10:00:00",
        "20190907 | 2019-09-07",
        "2019年9月7日週六 下午2:05 | 2019-09-07T14:05:00",
        "2019-09-07（星期六）上午9:25 | 2019-09-07T09:25:00",
        "2019年9月7日 中午12:05 | 2019-09-07T12:05:00",
        "2019年9月7日 凌晨12:05 | 2019-09-07T00:05:00",
        "2019年9月7日 晚上21:30 | 2019-09-07T21:30:00",
        "7 2019年09月 | 2019-09-07",
        "09-07 2019 | 2019-09-07",
        "共 7 2019年09月 | ",
        "1567848650 | 2019-09-07T09:30:50Z",
        "12:15 am | ",
      })
  void readsDatesAsPagesWriteThem(String text, String expected) {
    var date = DateText.find(text);
    assertEquals(expected, date == null ? null : date.toString());
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | 07/09/2019 | 2019-07-09",
        "en_gb | 07/09/2019 | 2019-09-07",
        "fr    | 07/09/2019 | 2019-09-07",
        "en    | 07/09/2019 | ",
        "en-US | 31/09/2019 | ",
      })
  void readsSlashesInTheOrderOfTheCountry(String language, String text, String expected) {
    var date = DateText.find(text, DateText.Order.of(language));
    assertEquals(expected, date == null ? null : date.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"07/09/2019", "2019-13-41", "2019-02-30", "昨天", "call 2019 0907 1234", ""})
  void readsNothingWhereTheDayIsNotCertain(String text) {
    assertNull(DateText.find(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "二〇一九年五月一日",
        "二○一九年 十二月 三十一日",
        "2019年9月7日",
        "2019-09-07",
        "May 1, 2019",
        "1 May 2019",
        "1. Mai 2019",
        "01.05.2019"
      })
  void knowsADayThatStandsAlone(String text) {
    assertTrue(DateText.isDay(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2019年9月7日 21:30", "2019年9月7日，多云", "发布于 2019-09-07", "二〇一九年五月", "2019", "May"})
  void takesNoTimeAndNoWordsForADay(String text) {
    assertFalse(DateText.isDay(text));
  }
}
