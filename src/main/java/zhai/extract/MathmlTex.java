package zhai.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Presentation MathML → TeX, for formulas that carry no source of their own. What it does not know
/// is written as its parts one after the other, so no sign is lost.
final class MathmlTex {
  private static final RuleFile WORDS = RuleFile.open("tex-signs.txt");
  private static final Map<String, String> SIGNS = pairs("signs");
  private static final Map<String, String> ACCENTS = pairs("accents");
  private static final Map<String, String> FONTS = pairs("fonts");
  private static final Set<String> FUNCTIONS =
      Set.of(WORDS.section("functions").getFirst().split(" ", -1));

  /// Applied functions, products and separators that are not seen.
  private static final String UNSEEN = "[\u2061-\u2064\u200b]";

  private static final int MAX_DEPTH = 100;

  private MathmlTex() {}

  private static Map<String, String> pairs(String section) {
    return WORDS.section(section).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  /// Without delimiters; empty for an empty formula.
  static String write(Element math) {
    return all(math, 0).replaceAll(" +", " ").strip();
  }

  private static String all(Element parent, int depth) {
    return parent.children().stream()
        .map(child -> one(child, depth + 1))
        .filter(tex -> !tex.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String one(Element element, int depth) {
    if (depth > MAX_DEPTH) {
      return element.text();
    }
    List<String> parts = List.of();
    if (element.normalName().matches("msu.*|mfrac|mroot|m(?:und|ov).*")) {
      parts = element.children().stream().map(child -> one(child, depth + 1)).toList();
    }
    return switch (element.normalName()) {
      case "mi", "mn", "mo" -> token(element);
      case "mtext", "ms" -> text(element.text());
      case "msup" -> script(parts, "^", "");
      case "msub" -> script(parts, "_", "");
      case "msubsup", "munderover" -> script(parts, "_", "^");
      case "munder" -> accent(element, parts, "_");
      case "mover" -> accent(element, parts, "^");
      case "mfrac" ->
          parts.size() == 2
              ? fraction(element) + "{" + parts.get(0) + "}{" + parts.get(1) + "}"
              : join(parts);
      case "mroot" ->
          parts.size() == 2 ? "\\sqrt[" + parts.get(1) + "]{" + parts.get(0) + "}" : join(parts);
      case "msqrt" -> "\\sqrt{" + all(element, depth) + "}";
      case "menclose" ->
          element.attr("notation").equals("top")
              ? "\\overline{" + all(element, depth) + "}"
              : all(element, depth);
      case "mfenced" -> fenced(element, depth);
      case "mtable" -> table(element, depth);
      case "mspace", "mphantom", "annotation", "annotation-xml", "none", "mprescripts" -> "";
      default -> element.childrenSize() > 0 ? all(element, depth) : sign(element.text().strip());
    };
  }

  private static String join(List<String> parts) {
    return String.join(" ", parts);
  }

  private static String token(Element element) {
    String sign = sign(element.text().replaceAll(UNSEEN, "").strip());
    String font = FONTS.get(element.attr("mathvariant"));
    return font == null || sign.isEmpty() ? sign : font + "{" + sign + "}";
  }

  /// Parts above each other without a line are no fraction: a binomial's, say.
  private static String fraction(Element element) {
    return element.attr("linethickness").matches("0(?:[a-z]+)?")
        ? "\\genfrac{}{}{0pt}{}"
        : "\\frac";
  }

  private static String sign(String text) {
    if (FUNCTIONS.contains(text)) {
      return "\\" + text;
    }
    boolean word = text.length() > 1 && text.chars().allMatch(Character::isLetter);
    return word
        ? "\\mathrm{" + text + "}"
        : SIGNS.getOrDefault(text, text.replace("\\", "\\backslash").replace("#", "\\#"));
  }

  private static String text(String text) {
    String plain = text.replace('\u00a0', ' ').replaceAll("[{}\\\\$]", "");
    return plain.isBlank() ? "" : "\\text{" + plain + "}";
  }

  /// A base with one script, or with two.
  private static String script(List<String> parts, String first, String second) {
    int wanted = second.isEmpty() ? 2 : 3;
    if (parts.size() != wanted) {
      return join(parts);
    }
    String base = parts.getFirst();
    String whole = base.contains(" ") ? "{" + base + "}" : base;
    String one = parts.get(1).isEmpty() ? "" : first + braced(parts.get(1));
    String two = wanted == 3 && !parts.get(2).isEmpty() ? second + braced(parts.get(2)) : "";
    return whole + one + two;
  }

  private static String braced(String tex) {
    return tex.length() == 1 ? tex : "{" + tex + "}";
  }

  private static String accent(Element element, List<String> parts, String place) {
    if (parts.size() == 2) {
      String accent = ACCENTS.get(element.child(1).text().replaceAll(UNSEEN, "").strip());
      if (accent != null) {
        return accent + "{" + parts.getFirst() + "}";
      }
    }
    return script(parts, place, "");
  }

  private static String fenced(Element fence, int depth) {
    String open = fence.hasAttr("open") ? fence.attr("open") : "(";
    String close = fence.hasAttr("close") ? fence.attr("close") : ")";
    String inside =
        fence.children().stream()
            .map(child -> one(child, depth + 1))
            .collect(Collectors.joining(", "));
    return sign(open) + " " + inside + " " + sign(close);
  }

  private static String table(Element table, int depth) {
    String rows =
        table.children().stream()
            .map(row ->
                row.children().stream()
                    .map(cell -> all(cell, depth + 2))
                    .collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(" \\\\ "));
    String kind = table.attr("columnalign").startsWith("right left") ? "aligned" : "matrix";
    return "\\begin{" + kind + "} " + rows + " \\end{" + kind + "}";
  }
}
