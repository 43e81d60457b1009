package zhai.query;

import static java.util.stream.Collectors.joining;
import static zhai.query.Syntax.isBlank;
import static zhai.query.Syntax.isClose;
import static zhai.query.Syntax.isEscapable;
import static zhai.query.Syntax.isMinus;
import static zhai.query.Syntax.isOpen;
import static zhai.query.Syntax.isQuote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.SavedSearch;
import zhai.model.StreamSafe;
import zhai.query.Query.And;
import zhai.query.Query.Dated;
import zhai.query.Query.Everything;
import zhai.query.Query.Has;
import zhai.query.Query.In;
import zhai.query.Query.Is;
import zhai.query.Query.Not;
import zhai.query.Query.Or;
import zhai.query.Query.Phrase;
import zhai.query.Query.Word;

/// Reads the query language (see {@link Query}).
///
/// ```
/// all    = { [AND] either }
/// either = part { OR part }
/// part   = (- | NOT) part | ( all ) | "phrase" | name:value | @name | word
/// ```
///
/// What people paste should just be searched for: an address is looked for as an address, brackets
/// glued to a word (`main()`) belong to it, brackets around nothing are just brackets, a colon
/// after anything but a short Latin name is a colon. What looks like the language but isn't is an
/// error, never a silent guess.
public final class QueryParser {
  /// UTF-16 units in a query, at most.
  public static final int MAX_LENGTH = 10_000;

  /// Words and phrases in a query, at most.
  public static final int MAX_WORDS = 1_000;

  private static final int MAX_DEPTH = 50;
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://\\S+");
  private static final Pattern NAME = Pattern.compile("([A-Za-zＡ-Ｚａ-ｚ]{2,})[:：](?![:：])");

  /// What stands in no word.
  private static final Pattern SIGNS =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}._+#-]+|(?<![\\p{L}\\p{N}])-+");

  private static final Pattern OPERATORS = Pattern.compile("\\b(OR|AND|NOT)\\b");

  private final String text;
  private final Reference.Scope scope;
  private int at;
  private int words;
  private @Nullable Field within;

  /// Takes a text for its words alone, whatever signs of the language stand in it: a question that
  /// was written for people. Never an error; what is too long is cut.
  public static Query plain(String text) {
    String cut = text.substring(0, Math.min(text.length(), MAX_LENGTH / 2));
    String words = SIGNS.matcher(cut).replaceAll(" ");
    String lower =
        OPERATORS.matcher(words).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    return parse(
        Pattern.compile("\\s+")
            .splitAsStream(lower.strip())
            .limit(MAX_WORDS)
            .collect(joining(" ")));
  }

  private QueryParser(String text, Reference.Scope scope) {
    this.text = text;
    this.scope = scope;
  }

  /// The query of someone who has saved no searches.
  ///
  /// @throws QueryException with the place, if the text is not in the language
  public static Query parse(String text) {
    return parse(text, SavedSearches.NONE);
  }

  /// The query; {@link Everything} for blank text. A saved search becomes a part of it.
  ///
  /// @throws QueryException with the place, if the text is not in the language
  public static Query parse(String text, SavedSearches saved) {
    if (text.length() > MAX_LENGTH) {
      throw new QueryException(
          "a query can have at most " + MAX_LENGTH + " characters", text, MAX_LENGTH);
    }
    return new QueryParser(text, Reference.Scope.of(saved)).whole(0);
  }

  private Query whole(int depth) {
    Query query = all(depth);
    if (!atEnd()) {
      throw error("this bracket closes nothing; search for it as \")\"", at);
    }
    return query;
  }

  private Query all(int depth) {
    List<Query> parts = new ArrayList<>();
    while (!atEnd() && !isClose(peek())) {
      int start = at;
      if (parts.isEmpty() && isLoneMinus()) {
        throw error("- needs something right after it; search for the sign as \"-\"", start);
      }
      if (takeOperator("AND") && (parts.isEmpty() || atStop() || isOperatorAhead("AND"))) {
        throw lone("AND", start);
      }
      parts.add(either(depth));
    }
    return parts.isEmpty() ? new Everything() : joined(parts, And::new);
  }

  private Query either(int depth) {
    int start = at;
    if (takeOr()) {
      throw lone(orAt(start), start);
    }
    List<Query> parts = new ArrayList<>(List.of(part(depth)));
    skipBlanks();
    int operator = at;
    while (takeOr()) {
      if (atStop() || isOperatorAhead("AND") || isOrAhead()) {
        throw lone(orAt(operator), operator);
      }
      parts.add(part(depth));
      skipBlanks();
      operator = at;
    }
    return joined(parts, Or::new);
  }

  private static Query joined(List<Query> parts, Function<List<Query>, Query> join) {
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  private Query part(int depth) {
    int start = at;
    if (depth > MAX_DEPTH) {
      throw error("brackets and minus signs can be " + MAX_DEPTH + " deep at most", start);
    }
    if (takeOperator("NOT")) {
      if (atStop()) {
        throw lone("NOT", start);
      }
      return new Not(part(depth + 1));
    }
    if (isNegation()) {
      at++;
      return new Not(part(depth + 1));
    }
    if (isOpen(peek())) {
      return group(depth);
    }
    if (isQuote(peek())) {
      return phrase();
    }
    return Reference.at(at, text)
        .map(reference -> saved(reference, depth))
        .or(() -> named(depth))
        .orElseGet(this::word);
  }

  /// The words of a saved search count like those around it, and so does its name, so that searches
  /// that ask for each other can't grow without bounds.
  private Query saved(Reference reference, int depth) {
    int start = at;
    count(start);
    SavedSearch search = scope.find(reference, sentence -> error(sentence, start));
    QueryParser inner = new QueryParser(search.query(), scope.inside(search));
    inner.words = words;
    inner.within = within;
    Query query;
    try {
      query = inner.whole(depth + 1);
    } catch (QueryException e) {
      throw scope.isInSaved()
          ? e
          : error("@%s can't be read: %s".formatted(search.name(), e.getMessage()), start);
    }
    words = inner.words;
    at = reference.end();
    return query;
  }

  private boolean isLoneMinus() {
    int end = at + 1;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return isMinus(peek()) && (end == text.length() || isClose(text.charAt(end)));
  }

  /// A minus that negates stands right before something; `--flag` and ` - ` are text.
  private boolean isNegation() {
    if (!isMinus(peek()) || at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    return !isBlank(next) && !isMinus(next) && !isClose(next);
  }

  private Query group(int depth) {
    int open = at++;
    Query inner = all(depth + 1);
    if (atEnd()) {
      throw error("this bracket is not closed", open);
    }
    at++;
    if (inner instanceof Everything) {
      count(open);
      return new Word(text.substring(open, at));
    }
    return inner;
  }

  private Query phrase() {
    int open = at++;
    StringBuilder phrase = new StringBuilder();
    while (at < text.length() && !isQuote(text.charAt(at))) {
      boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
      if (escape && (isQuote(text.charAt(at + 1)) || text.charAt(at + 1) == '\\')) {
        at++;
      }
      phrase.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw error("this quotation mark is not closed", open);
    }
    at++;
    if (phrase.toString().isBlank()) {
      throw error("there is nothing between these quotation marks", open);
    }
    count(open);
    return new Phrase(phrase.toString().strip());
  }

  private Optional<Query> named(int depth) {
    Matcher address = ADDRESS.matcher(text).region(at, text.length());
    if (address.lookingAt() && within != null) {
      return Optional.of(word());
    }
    if (address.lookingAt()) {
      int start = at;
      at = address.end();
      count(start);
      return Optional.of(new In(Field.URL, new Word(address.group())));
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    String typed = plainCase(name.group(1));
    if (!Names.ALL.contains(typed) && !couldBeValue(name.end(), typed)) {
      return Optional.empty();
    }
    int start = at;
    at = name.end();
    return Optional.of(restriction(typed, start, depth));
  }

  /// Whether a colon before that place could be meant as a field's: not that of `Summary: …` or
  /// `localhost:8080`.
  private boolean couldBeValue(int place, String name) {
    return place < text.length()
        && !isBlank(text.charAt(place))
        && (!Character.isDigit(text.charAt(place)) || Names.isNearADate(name));
  }

  private Query restriction(String name, int start, int depth) {
    if (!Names.ALL.contains(name)) {
      throw error(Names.unknown(name), start);
    }
    if (within != null) {
      throw error(name + ": can't stand inside " + within.label() + ":", start);
    }
    if (at >= text.length() || isBlank(text.charAt(at)) || isClose(text.charAt(at))) {
      throw error("there is nothing after " + name + ":", at);
    }
    return switch (name) {
      case "is" -> new Is(Names.constant(Query.State.class, name, value(), this::valueError));
      case "has" -> new Has(Names.constant(Query.Part.class, name, value(), this::valueError));
      case "added", "published", "read" -> dated(name);
      default -> inField(Field.valueOf(name.toUpperCase(Locale.ROOT)), depth);
    };
  }

  private Query dated(String name) {
    String value = value();
    DateRange range =
        DateRangeParser.parse(value)
            .orElseThrow(() ->
                valueError(
                    "\"%s\" is not a date; %s: takes 2026, 2026-01, 2026-01-04, 7d, 2w, 3m, 1y, a..b, >a, <a"
                        .formatted(value, name)));
    if (range.isBackwards()) {
      throw valueError("the days \"%s\" end before they begin".formatted(value));
    }
    return new Dated(Query.DateField.valueOf(name.toUpperCase(Locale.ROOT)), range);
  }

  private Query inField(Field field, int depth) {
    within = field;
    Query inner;
    if (isOpen(text.charAt(at))) {
      inner = group(depth);
    } else {
      inner = isQuote(text.charAt(at)) ? phrase() : word();
    }
    within = null;
    return new In(field, inner);
  }

  private int valueStart;

  /// A simple value, in the width and case that names have.
  private String value() {
    valueStart = at;
    if (isOpen(text.charAt(at))) {
      throw error("only a single value can stand here", at);
    }
    Query value = isQuote(text.charAt(at)) ? phrase() : word();
    String typed = value instanceof Phrase(String phrase) ? phrase : ((Word) value).text();
    return plainCase(typed);
  }

  private static String plainCase(String typed) {
    return StreamSafe.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private QueryException valueError(String message) {
    return error(message, valueStart);
  }

  private Query word() {
    int start = at;
    StringBuilder word = new StringBuilder();
    while (at < text.length() && !endsWord(start)) {
      boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
      if (escape && isEscapable(text.charAt(at + 1))) {
        word.append(text.charAt(at + 1));
        at += 2;
      } else if (text.charAt(at) == '(') {
        int close = gluedClose();
        word.append(text, at, close + 1);
        at = close + 1;
      } else {
        word.append(text.charAt(at++));
      }
    }
    count(start);
    return new Word(word.toString());
  }

  private boolean endsWord(int start) {
    char c = text.charAt(at);
    if (c == '(') {
      return at == start || gluedClose() < 0;
    }
    return isBlank(c) || isQuote(c) || isOpen(c) || isClose(c);
  }

  /// Where the bracket that stands right after a word closes, if it does before any white space;
  /// else -1.
  private int gluedClose() {
    int open = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c) || isQuote(c) || c == '\\' || c == '（' || c == '）') {
        return -1;
      }
      open += c == '(' ? 1 : 0;
      open -= c == ')' ? 1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  private void count(int start) {
    if (++words > MAX_WORDS) {
      throw error("a query can have at most " + MAX_WORDS + " words", start);
    }
  }

  private boolean isOrAhead() {
    return isOperatorAhead("OR") || isOperatorAhead("|") || isOperatorAhead("||");
  }

  private boolean takeOr() {
    return takeOperator("OR") || takeOperator("|") || takeOperator("||");
  }

  /// The way an `OR` is written there.
  private String orAt(int place) {
    return text.startsWith("OR", place) ? "OR" : text.startsWith("||", place) ? "||" : "|";
  }

  private boolean takeOperator(String operator) {
    if (!isOperatorAhead(operator)) {
      return false;
    }
    at += operator.length();
    skipBlanks();
    return true;
  }

  private boolean isOperatorAhead(String operator) {
    int end = at + operator.length();
    if (!text.startsWith(operator, at) || end == text.length()) {
      return text.startsWith(operator, at);
    }
    char next = text.charAt(end);
    return isBlank(next) || isQuote(next) || isOpen(next) || isClose(next);
  }

  private boolean atStop() {
    return atEnd() || isClose(peek());
  }

  private boolean atEnd() {
    skipBlanks();
    return at >= text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return text.charAt(at);
  }

  private QueryException lone(String operator, int place) {
    return error(
        "%s needs something on both sides; search for the word as \"%s\""
            .formatted(operator, operator)
            .replace("NOT needs something on both sides", "NOT needs something after it"),
        place);
  }

  private QueryException error(String message, int place) {
    return new QueryException(message, text, place);
  }
}
