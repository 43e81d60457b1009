package zhai.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The author in a line of a Chinese page: 作者：林远舟, 文/林远舟, （记者 林远舟 何小满）, □ 本报记者 林远舟, 本报记者林远舟报道. 来源
/// names where a text came from, 责任编辑 who put it up; neither wrote it.
final class ChineseByline {
  /// A Chinese name, or one of a people whose names are longer (格桑多吉, 买买提·肉孜).
  private static final String NAME = "\\p{IsHan}{2,4}(?:·\\p{IsHan}{1,6})?";

  private static final String NAMES =
      NAME + "(?:(?:[\\s　]*[、,，][\\s　]*|[\\s　]+)" + NAME + "){0,7}?";

  /// A name of any kind: a pen name, an account.
  private static final String PEN_NAME = "[^\\s　,，。;；:：|｜()（）\\[\\]【】<>《》]{2,20}";

  private static final String NEWSROOM = "(?:[\\p{IsHan}\\w·•\\- ]{0,16})?";

  private static final String END = "(?=[\\s　]*(?:$|[)）】\\]|｜/]|\\S{1,4}[:：]))";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?:作[\\s　]*者|撰文|撰稿|执笔人?|文/图|图/文|文字)[\\s　]*[:：/|｜][\\s　]*(?<names>"
                  + NAMES
                  + "(?:[\\s　]*[(（][A-Za-z][A-Za-z .'-]{2,40}[)）])?)(?=[\\s"
                  + "　]*(?:$|[,，。;；|｜()（）\\[\\]【】]|\\S{1,4}[:：]))"),
          Pattern.compile(
              "(?:作[\\s　]*者|撰文|撰稿|执笔人?|文/图|图/文|文字)[\\s　]*[:：/|｜][\\s　]*(?<names>" + PEN_NAME + ")"),
          Pattern.compile("^[\\s　]*文[\\s　]*[:：/|｜][\\s　]*(?<names>" + PEN_NAME + ")"),
          Pattern.compile("[\\s　|｜]作者[\\s　]*(?<names>" + NAME + ")$"),
          Pattern.compile(
              "[(（【][\\s　]*"
                  + NEWSROOM
                  + "(?:记者|記者|通讯员)[\\s　:：]*(?<names>"
                  + NAMES
                  + ")[\\s　]*[)）】]"),
          Pattern.compile(
              "^[\\s　□■●◆▲]*"
                  + NEWSROOM
                  + "(?:记者|記者)[\\s　]*[:：/|｜\\s　][\\s　]*(?<names>"
                  + NAMES
                  + ")"
                  + END),
          Pattern.compile(
              "^[\\s　□■●◆▲]*"
                  + NEWSROOM
                  + "(?:记者|記者)[\\s　]*(?<names>"
                  + NAMES
                  + ")[\\s　]*(?:发自|報道|报道|/文|文/|摄影报道|[|｜])"));

  /// Words that stand where a name may stand.
  private static final Pattern NO_NAME =
      Pattern.compile(
          "来源|出自|编辑|编審|发布|发表|时间|日期|阅读|点击|浏览|评论|摄影|记者|通讯员|字体|字号|责任|出版|本站|佚名|未知|匿名|不详|网友"
              + "|了解|获悉|采访|近日|今日|昨日|从|在|的");

  private static final Pattern ONLY_NAMES =
      Pattern.compile("^[\\s　]*[(（]?[\\s　]*(?<names>" + NAMES + ")[\\s　]*[)）]?[\\s　]*$");

  private static final Pattern IN_PARENTHESES =
      Pattern.compile("[。！？”][\\s　]*[(（][\\s　]*(?<names>" + NAMES + ")[\\s　]*[)）][\\s　]*$");

  private ChineseByline() {}

  /// The names in a line that has nothing else, by their family names: what stands under a title.
  static @Nullable String alone(String line) {
    return persons(ONLY_NAMES.matcher(line));
  }

  /// The names in parentheses after the last sentence of a text.
  static @Nullable String atTheEnd(String line) {
    return line.endsWith(")") || line.endsWith("）") ? persons(IN_PARENTHESES.matcher(line)) : null;
  }

  private static @Nullable String persons(Matcher matcher) {
    if (!matcher.find()) {
      return null;
    }
    String names = matcher.group("names").strip();
    boolean persons = MetadataWords.isChineseName(names) && !NO_NAME.matcher(names).find();
    return persons ? names : null;
  }

  /// The author that a line names, or null.
  static @Nullable String in(String line) {
    if (line.indexOf('者') < 0
        && line.indexOf('文') < 0
        && line.indexOf('撰') < 0
        && line.indexOf('笔') < 0) {
      return null;
    }
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line);
      if (matcher.find()) {
        String names = known(matcher.group("names").strip());
        if (names != null) {
          return names;
        }
      }
    }
    return null;
  }

  /// The names up to the first word that is none.
  private static @Nullable String known(String names) {
    Matcher other = NO_NAME.matcher(names);
    String known = other.find() ? names.substring(0, other.start()) : names;
    known = known.replaceFirst("[\\s　、,，]+$", "");
    boolean nobody = known.length() < 2 || MetadataWords.NOBODY.contains(known);
    return nobody ? null : known.replaceAll("[\\s　]+", " ");
  }
}
