package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.With;

class TemplateListTest {
  private static final ReadingList WHOLE =
      Samples.LIST.with(new Layout(null, Split.NONE, With.ALL));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{title}}                                                 | 检索与小模型 Reading",
        "{{count}} {{first_day}} {{day}}                           | 4 2026-03-01 2026-03-03",
        "{{#entries}}{{id}}{{^last}},{{/last}}{{/entries}}         | 7,8,9,10",
        "{{#days}}{{heading}}:{{#entries}}{{id}} {{/entries}}{{/days}} | 2026-03-02:7 8"
            + " 2026-03-03:9 2026-03-01:10",
        "{{#entries}}{{#starred}}{{title_md}}{{/starred}}{{/entries}}  | 周报 #12 \\[草稿\\]",
        "{{#entries}}{{#first}}{{#tags}}{{label}} {{/tags}}{{/first}}{{/entries}} | RAG 检索",
        "{{#entries}}{{article}}{{#article}}, {{/article}}{{/entries}} | …, …,",
        "{{#entries}}{{#site}}{{site}} {{/site}}{{/entries}}           | 知乎 Example Notes",
        "{{#entries}}{{#last}}{{url_html}}{{/last}}{{/entries}} |"
            + " https://www.zhihu.com/question/3/answer/4",
      })
  void fillsInWhatItNames(String template, String text) throws IOException {
    assertEquals(text, Written.by(new TemplateList(template), WHOLE).strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{titel}}",
        "{{title.length}}",
        "{{title.class.name}}",
        "{{class}}",
        "{{entries.size}}",
        "{{> /etc/passwd}}",
        "{{}}",
        "{{{}}}",
        "{{ }}",
        "{{...}}",
        "{{#entries}}{{..}}{{/entries}}",
        "{{#....}}{{/....}}",
        "{{^..}}{{/..}}",
        "{{=}}",
        "{{#entries}}",
        "{{/x}}"
      })
  void saysWhatATemplateAsksForInVain(String template) {
    TemplateException told =
        assertThrows(
            TemplateException.class, () -> Written.by(new TemplateList(template), Samples.LIST));
    assertTrue(told.getMessage().startsWith("the template can't be used: "), told.getMessage());
  }

  @Test
  void comesWithTheProgram() throws IOException {
    for (String name : TemplateList.NAMES) {
      String text = TemplateList.named(name).orElseThrow();
      assertEquals(Written.golden(name + ".md"), Written.by(new TemplateList(text), Samples.LIST));
    }
  }

  @Test
  void insertsATextAsItStandsAndReadsNoTemplateInIt() throws IOException {
    String out =
        Written.by(
            new TemplateList("{{#entries}}{{title}}\n{{/entries}}"), HostileTitlesTest.list());
    assertTrue(out.contains("{{title}}{{> x}}\n"), out);
  }
}
