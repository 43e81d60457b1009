package zhai.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a name out of what stands where a page names its author: `By Mara Lindqvist, Senior Editor
/// | March 9` is Mara Lindqvist. Names of nobody (`admin`, 佚名, the newsroom, the site itself) are
/// none.
final class AuthorName {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /// What stands before a name.
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:post author|view all posts by|all posts by|beiträge von|ein beitrag von|artikel von"
              + "|(?:written|posted|published|words|text|story|article|reviewed|started|created|geschrieben|verfasst|escrito|scritto|publié)"
              + " (?:by|von|por|da|par)"
              + "|by|von|par|por|door|przez|av|author|authors|autor|autorin|autoren|auteur|auteurs|autore"
              + "|作者|撰文|文字|文|记者|記者|编者|原创|署名)\\s*(?:[|｜/:：]\\s*|\\s+|(?=\\p{Lu}\\p{Ll}))",
          Pattern.CASE_INSENSITIVE);

  /// What follows a name: a rule, a date, an address, what was done when.
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:[|｜•·⋅●→]|\\s[-–—]+(?=\\s|$)|[-–—]$|\\(?https?://|\\S+@\\S+\\.\\w|\\(@|\\s@|[,;:]?\\s+(?:on|am|at|le|el|il|um|vom|den|(?i:updated|published|posted|view"
              + " all|follow|aktualisiert))\\s|[,;]?\\s+(?:\\d{1,2}[./]\\d|\\d{4}|\\d{1,2}\\.?"
              + " \\p{L}+ \\d{4})).*$");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)^(?:https?:|www\\.|@|/|mailto:)|\\.(?:com|net|org|cn|de|html?)$|\\w@\\w");

  /// What a content system calls an account that has no name.
  private static final Pattern CODE = Pattern.compile("^(?:[A-Za-z]{0,3}[_-]?\\d+|[0-9a-f]{16,})$");

  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "[,\\s]+(?:e\\.\\s?V\\.?|GmbH|AG|KG|Inc\\.?|LLC|Ltd\\.?|S\\.A\\.?|Co\\.?)(?=\\W|$).*$");

  private static final Pattern PERSON =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’-]*\\p{Ll}\\s+(?:\\p{Lu}\\.\\s+)?\\p{Lu}[\\p{L}'’-]*\\p{Ll}");

  private static final int MAX_LENGTH = 160;

  private final @Nullable String site;
  private final String host;

  /// @param site the site's name, or null
  /// @param host where the page stands, lower case; empty if unknown
  AuthorName(@Nullable String site, String host) {
    this.site = site;
    this.host = host;
  }

  /// The name in a `meta` that is about the author, or null. Many systems put the site's name
  /// there.
  @Nullable String in(String text) {
    String name = name(text);
    boolean nobody = name == null || isTheSite(name) && !isPerson(name);
    return nobody ? null : name;
  }

  /// The name in a text that the page prints as its author's or says to be a person's, or null.
  /// There an account that is called like the site is meant.
  @Nullable String printed(String text) {
    String name = name(text);
    boolean newsroom =
        name != null
            && isTheSite(name)
            && (LEGAL_FORM.matcher(name).find()
                || words(name).stream().anyMatch(MetadataWords.ORGANISATIONS::contains))
            && !words(name).stream().allMatch(MetadataWords.ORGANISATIONS::contains);
    return newsroom ? null : name;
  }

  private @Nullable String name(String text) {
    String name = bare(text);
    boolean empty = name.isEmpty() || name.length() > MAX_LENGTH;
    if (empty
        || name.codePoints().noneMatch(Character::isLetter)
        || ADDRESS.matcher(name).find()
        || CODE.matcher(text.strip()).matches()
        || MetadataWords.NOBODY.contains(name.toLowerCase(Locale.ROOT))
        || name.matches(".*[{}<>=\\[\\]?!].*|.*: .*|.*：.*")) {
      return null;
    }
    return name;
  }

  private static String bare(String text) {
    String name = BLANKS.matcher(text).replaceAll(" ").strip();
    Matcher label = LABEL.matcher(name);
    while (label.find()) {
      name = name.substring(label.end()).strip();
      label = LABEL.matcher(name);
    }
    name = TAIL.matcher(name).replaceFirst("").strip();
    return withoutRole(name).replaceFirst("[\\s,，;；:：|(（/]+$", "").strip();
  }

  /// The name before a comma that a role follows.
  private static String withoutRole(String name) {
    int comma = name.indexOf(',');
    if (comma < 0) {
      return name;
    }
    String after = name.substring(comma + 1).strip();
    return MetadataWords.ROLES.contains(firstWord(after)) ? name.substring(0, comma) : name;
  }

  private static String firstWord(String text) {
    return text.split("[^\\p{L}]+", 2)[0].toLowerCase(Locale.ROOT);
  }

  /// A page of a person's own has the person's name for the site's.
  private static boolean isPerson(String name) {
    return PERSON.matcher(name).matches()
        && words(name).stream().noneMatch(MetadataWords.ORGANISATIONS::contains);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Whether the name is the site's: its name, its address, its initials, or one of them and words
  /// that newsrooms are called by.
  private boolean isTheSite(String name) {
    String squeezed = squeeze(LEGAL_FORM.matcher(name).replaceFirst(""));
    if (site != null && !squeeze(site).isEmpty() && isCalled(name, squeezed, site)) {
      return true;
    }
    List<String> labels = List.of(host.replace("-", "").split("\\."));
    if (squeezed.length() > 2
        && (labels.contains(squeezed)
            || labels.contains(ascii(squeezed))
            || squeezed.equals(squeeze(host.replaceFirst("^www\\.", ""))))) {
      return true;
    }
    List<String> words = words(LEGAL_FORM.matcher(name).replaceFirst(""));
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
    if (words.size() > 2 && labels.contains(initials.toString())) {
      return true;
    }
    List<String> siteWords = site == null ? List.of() : words(site);
    return words.stream()
        .allMatch(word ->
            MetadataWords.ORGANISATIONS.contains(word)
                || siteWords.contains(word)
                || labels.contains(word));
  }

  private static boolean isCalled(String name, String squeezed, String site) {
    boolean begins =
        name.startsWith(site)
            && name.length() > site.length()
            && ",.-|:".indexOf(name.charAt(site.length())) >= 0;
    return begins || squeezed.equals(squeeze(site)) || squeezed.startsWith(squeeze(site) + "team");
  }

  /// As German names stand in addresses.
  private static String ascii(String squeezed) {
    return squeezed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
  }

  private static String squeeze(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
  }
}
