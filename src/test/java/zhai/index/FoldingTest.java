package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  private static String folded(String text) {
    return Folding.fold(Folding.compose(text));
  }

  /// Words in both scripts; in the second half one simplified character stands for several.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "资讯检索 資訊檢索",
        "聊天机器人 聊天機器人",
        "头发 頭髮",
        "发展 發展",
        "皇后 皇后",
        "以后 以後",
        "干燥 乾燥",
        "干部 幹部",
        "树干 樹榦",
        "心里 心裡 心裏",
        "公里 公里",
        "台湾 臺灣 台灣",
        "台风 颱風",
        "台面 檯面",
        "面条 麵條 麪條",
        "见面 見面",
        "斗争 鬥爭 鬪爭 鬬爭",
        "关系 關係",
        "联系 聯繫",
        "系统 系統",
        "注释 註釋",
        "了解 瞭解",
        "仿佛 彷彿",
        "周末 週末",
        "钟表 鐘錶",
        "钟情 鍾情",
        "凭借 憑藉",
        "意味着 意味著",
        "著名 著名",
        "于是 於是",
        "范围 範圍",
        "征求 徵求",
        "谷物 穀物",
        "复习 複習",
        "恢复 恢復",
        "松树 松樹",
        "轻松 輕鬆",
        "冲突 衝突",
        "沖洗 冲洗",
        "历史 歷史",
        "日历 日曆",
        "采用 採用",
        "志愿 志願",
        "杂志 雜誌",
        "制度 制度",
        "制造 製造",
        "只有 只有 祇有 衹有",
        "一只 一隻",
        "吃 喫",
        "秋千 鞦韆",
        "你 妳",
        "它 牠",
        "咨询 諮詢",
        "汇报 彙報",
        "汇款 匯款",
        "准备 準備",
        "背包 揹包",
        "恶心 噁心",
        "胡须 鬍鬚",
        "家具 傢俱 家俱",
      })
  void wordsInEitherScriptAreTheSame(String forms) {
    List<String> folded = List.of(forms.split(" ")).stream().map(FoldingTest::folded).toList();
    assertEquals(List.of(folded.getFirst()), folded.stream().distinct().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "峯麪衞査靑敎戱槪囌嶽矇祇艶諮鉅麴隣幷甯擡榦鬪韆牴妳牠, 峰面卫查青教戏概苏岳蒙只艳咨巨曲邻并宁抬干斗千抵你它",
    "羣牀裏麫鷄歎啓衆爲産綫祕脚闆跡豔, 群床里面鸡叹启众为产线秘脚板迹艳",
    "検索図駅読売対応気権関, 检索图驿读卖对应气权关",
    "䇹, 䇹",
  })
  void otherFormsOfACharacterAreTheSame(String forms, String simplified) {
    assertEquals(simplified, folded(forms));
  }

  @Test
  void foldsWhateverUnicodesTransformTakesForTheSame() {
    Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    List<String> apart = new ArrayList<>();
    for (char c = '\u3400'; c < '\uA000'; c++) {
      String traditional = String.valueOf(c);
      String other = simplified.transliterate(traditional);
      if (other.length() == 1 && !folded(other).equals(folded(traditional))) {
        apart.add(traditional + other);
      }
    }
    assertEquals(List.of(), apart);
  }

  @Test
  void whatIsFoldedStaysAsItIs() {
    List<String> twice = new ArrayList<>();
    for (char c = 0; c < Character.MIN_SURROGATE; c++) {
      String once = Folding.fold(String.valueOf(c));
      if (!once.equals(Folding.fold(once))) {
        twice.add(c + once);
      }
    }
    assertEquals(List.of(), twice);
  }
}
