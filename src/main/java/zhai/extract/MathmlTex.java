package zhai.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Presentation MathML → TeX, for formulas that carry no source of their own. What it does not know
/// is written as its parts one after the other, so no sign is lost.
final class MathmlTex {
  /// Signs that TeX spells; all others stand for themselves, as today's TeX reads them.
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("−", "-"),
          Map.entry("∑", "\\sum"),
          Map.entry("∏", "\\prod"),
          Map.entry("∫", "\\int"),
          Map.entry("∞", "\\infty"),
          Map.entry("→", "\\to"),
          Map.entry("≤", "\\le"),
          Map.entry("≥", "\\ge"),
          Map.entry("≠", "\\ne"),
          Map.entry("≈", "\\approx"),
          Map.entry("×", "\\times"),
          Map.entry("⋅", "\\cdot"),
          Map.entry("±", "\\pm"),
          Map.entry("∈", "\\in"),
          Map.entry("∂", "\\partial"),
          Map.entry("∇", "\\nabla"),
          Map.entry("…", "\\ldots"),
          Map.entry("⋯", "\\cdots"),
          Map.entry("{", "\\{"),
          Map.entry("}", "\\}"),
          Map.entry("%", "\\%"),
          Map.entry("&", "\\&"),
          Map.entry("#", "\\#"),
          Map.entry("$", "\\$"));

  private static final Map<String, String> ACCENTS =
      Map.of(
          "^",
          "\\hat",
          "¯",
          "\\bar",
          "‾",
          "\\overline",
          "→",
          "\\vec",
          "~",
          "\\tilde",
          "˙",
          "\\dot",
          "ˆ",
          "\\hat",
          "˜",
          "\\tilde",
          "⏞",
          "\\overbrace",
          "⏟",
          "\\underbrace");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "log", "ln", "exp", "lim", "max", "min", "sup", "inf", "det", "dim",
          "arg", "gcd", "ker", "Pr");

  /// Applied functions, products and separators that are not seen.
  private static final String UNSEEN = "[\u2061-\u2064\u200b]";

  private static final int MAX_DEPTH = 100;

  private MathmlTex() {}

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
      case "mi", "mn", "mo" -> sign(element.text().replaceAll(UNSEEN, "").strip());
      case "mtext", "ms" -> text(element.text());
      case "msup" -> script(parts, "^", "");
      case "msub" -> script(parts, "_", "");
      case "msubsup", "munderover" -> script(parts, "_", "^");
      case "munder" -> accent(parts, "_");
      case "mover" -> accent(parts, "^");
      case "mfrac" ->
          parts.size() == 2 ? "\\frac{" + parts.get(0) + "}{" + parts.get(1) + "}" : join(parts);
      case "mroot" ->
          parts.size() == 2 ? "\\sqrt[" + parts.get(1) + "]{" + parts.get(0) + "}" : join(parts);
      case "msqrt" -> "\\sqrt{" + all(element, depth) + "}";
      case "mfenced" -> fenced(element, depth);
      case "mtable" -> table(element, depth);
      case "mspace", "mphantom", "annotation", "annotation-xml", "none", "mprescripts" -> "";
      default -> element.childrenSize() > 0 ? all(element, depth) : sign(element.text().strip());
    };
  }

  private static String join(List<String> parts) {
    return String.join(" ", parts);
  }

  private static String sign(String text) {
    if (FUNCTIONS.contains(text)) {
      return "\\" + text;
    }
    boolean word = text.length() > 1 && text.chars().allMatch(Character::isLetter);
    return word
        ? "\\mathrm{" + text + "}"
        : SIGNS.getOrDefault(text, text.replace("\\", "\\backslash"));
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

  private static String accent(List<String> parts, String place) {
    if (parts.size() == 2) {
      String accent = parts.get(1).equals("\\to") ? "\\vec" : ACCENTS.get(parts.get(1));
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
    return "\\begin{matrix} " + rows + " \\end{matrix}";
  }
}
