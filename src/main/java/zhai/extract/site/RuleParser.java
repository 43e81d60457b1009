package zhai.extract.site;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.extract.site.BodyRules.Cleaning;
import zhai.extract.site.BodyRules.Content;
import zhai.extract.site.FactRules.Fact;
import zhai.extract.site.PageData.Definition;
import zhai.extract.site.PageKind.Match;
import zhai.extract.site.PageKind.Places;
import zhai.extract.site.PageKind.Recognition;
import zhai.url.AddressPattern;
import zhai.url.RuleSyntaxException;

/// Reads the file of one site; the language is described in `language.txt` beside the rules.
final class RuleParser {
  private static final int DEFAULT_MIN = 30;
  private static final Pattern SECTION = Pattern.compile("\\[([\\w-]+)\\]");

  /// The keys that begin lines.
  private enum Key {
    NAME,
    ZONE,
    MATCH,
    MARK,
    NEED,
    DATA,
    TITLE,
    AUTHOR,
    AUTHORS,
    DATE,
    UPDATED,
    DESCRIPTION,
    IMAGE,
    CANONICAL,
    CONTENT,
    PARTS,
    CODE,
    IMAGES,
    POSTS,
    THREAD,
    POST_AUTHOR,
    POST_DATE,
    POST_BODY,
    POST_IMAGES,
    POST_DEPTH,
    POST_REPLIES,
    STRIP,
    UNWRAP,
    TEX,
    LINES,
    ALT,
    LAZY,
    ERASE,
    MIN,
    WALL;

    /// Of these a section has one, its own or that of the file's head.
    private static final Set<Key> SINGLE = Set.of(NAME, ZONE, CANONICAL, MIN);

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }

    private static final Map<String, Key> BY_LABEL =
        Stream.of(values()).collect(Collectors.toMap(Key::label, key -> key));

    static Key of(String word) {
      Key key = BY_LABEL.get(word);
      if (key == null) {
        throw new IllegalArgumentException(
            "'%s' is no rule: a line begins with %s"
                .formatted(
                    word,
                    Arrays.stream(values()).map(Key::label).collect(Collectors.joining(", "))));
      }
      return key;
    }
  }

  /// What follows a key.
  private record Line(int number, String value) {}

  /// The lines of one section by key; what it leaves out is the head's.
  private record Section(String name, int number, Map<Key, List<Line>> lines) {
    Section(String name, int number) {
      this(name, number, new EnumMap<>(Key.class));
    }

    void add(Key key, Line line) {
      List<Line> there = lines.computeIfAbsent(key, _ -> new ArrayList<>());
      if (Key.SINGLE.contains(key) && !there.isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' stands here already, in line %d"
                .formatted(key.label(), there.getFirst().number()));
      }
      there.add(line);
    }
  }

  private final String file;
  private final Section head = new Section("", 1);
  private final List<Section> sections = new ArrayList<>();

  private RuleParser(String file) {
    this.file = file;
  }

  /// Reads the whole file at once, so that all is told that is wrong in it.
  ///
  /// @param file shown in errors
  /// @throws RuleSyntaxException names the file, the line and what is wrong
  static SiteFile parse(String text, String file) {
    SiteFile site = begin(text, file);
    site.kinds().forEach(PageKind::places);
    return site;
  }

  /// Reads only how pages are known; the rest is read for the first page of its kind. For files
  /// that are known to be right.
  static SiteFile begin(String text, String file) {
    var parser = new RuleParser(file);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      parser.line(line.replace("\uFEFF", "").strip(), number);
    }
    return parser.site();
  }

  private void line(String text, int number) {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    Matcher section = SECTION.matcher(text);
    if (section.matches()) {
      sections.add(new Section(section.group(1), number));
      return;
    }
    String[] words = text.split("\\s+", 2);
    Section current = sections.isEmpty() ? head : sections.getLast();
    at(
        new Line(number, text),
        _ -> {
          Key key = Key.of(words[0]);
          if (words.length < 2) {
            throw new IllegalArgumentException("'%s' needs a value".formatted(words[0]));
          }
          current.add(key, new Line(number, words[1]));
          return key;
        });
  }

  /// Reads a line's value, and says where it stands if that fails.
  private <T> T at(Line line, Function<Line, T> reading) {
    try {
      return reading.apply(line);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RuleSyntaxException(file, line.number(), String.valueOf(e.getMessage()));
    }
  }

  private SiteFile site() {
    List<PageKind> kinds =
        (sections.isEmpty() ? List.of(head) : sections).stream().map(this::kind).toList();
    return new SiteFile(
        file,
        head.lines().getOrDefault(Key.NAME, List.of()).stream()
            .map(Line::value)
            .findFirst()
            .orElse(""),
        kinds);
  }

  private PageKind kind(Section section) {
    Recognition recognition = recognition(section);
    return new PageKind(section.name(), recognition, () -> places(section, recognition));
  }

  private Places places(Section section, Recognition recognition) {
    Map<String, Definition> data = data(section);
    checkNames(section, data, recognition);
    return new Places(data, facts(section), body(section), walls(section));
  }

  /// The section's own lines of that key, then the head's.
  private Stream<Line> lines(Section section, Key key) {
    Stream<Line> own = section.lines().getOrDefault(key, List.of()).stream();
    return section == head
        ? own
        : Stream.concat(own, head.lines().getOrDefault(key, List.of()).stream());
  }

  private <T> List<T> all(Section section, Key key, Function<Line, T> reading) {
    return lines(section, key).map(line -> at(line, reading)).toList();
  }

  private <T> @Nullable T one(Section section, Key key, Function<Line, T> reading) {
    return lines(section, key).limit(1).map(line -> at(line, reading)).findFirst().orElse(null);
  }

  private List<FactSource> sources(Section section, Key key) {
    return all(section, key, line -> FactSource.parse(line.value(), line.number()));
  }

  private List<Selection> selections(Section section, Key key) {
    return all(section, key, line -> Selection.parse(line.value()));
  }

  /// `data NAME var VARIABLE` or `data NAME SOURCE`.
  private Map<String, Definition> data(Section section) {
    Map<String, Definition> found = new LinkedHashMap<>();
    lines(section, Key.DATA)
        .forEach(line ->
            at(
                line,
                _ -> {
                  String[] words = line.value().split("\\s+", 2);
                  if (words.length < 2 || !words[0].matches("[a-z][a-z0-9]*")) {
                    throw new IllegalArgumentException(
                        "'data' needs a name and where the data stands");
                  }
                  if (PageData.BUILT_IN.contains(words[0])) {
                    throw new IllegalArgumentException("$%s is there already".formatted(words[0]));
                  }
                  found.putIfAbsent(words[0], definition(words[1], line.number()));
                  return words[0];
                }));
    return Map.copyOf(found);
  }

  private static Definition definition(String where, int line) {
    return where.startsWith("var ")
        ? Definition.Variable.parse(where.substring(4).strip())
        : new Definition.Text(FactSource.parse(where, line));
  }

  private Recognition recognition(Section section) {
    boolean own = section.lines().containsKey(Key.MATCH) || section.lines().containsKey(Key.MARK);
    Section from = own ? section : head;
    List<Match> matches =
        from.lines().getOrDefault(Key.MATCH, List.of()).stream()
            .map(line -> at(line, RuleParser::match))
            .toList();
    List<Mark> marks =
        from.lines().getOrDefault(Key.MARK, List.of()).stream()
            .map(line -> at(line, mark -> Mark.parse(mark.value(), mark.number())))
            .toList();
    if (matches.isEmpty() && marks.isEmpty()) {
      throw new RuleSyntaxException(
          file, section.number(), "how is such a page known? A 'match' or 'mark' line says it");
    }
    boolean json = readsPage(section);
    return new Recognition(matches, marks, selections(section, Key.NEED), json);
  }

  private static Match match(Line line) {
    return new Match(line.value(), line.number(), AddressPattern.parse(line.value()));
  }

  /// The keys whose values are sources.
  private static final List<Key> SOURCES =
      List.of(
          Key.TITLE,
          Key.AUTHOR,
          Key.AUTHORS,
          Key.DATE,
          Key.UPDATED,
          Key.DESCRIPTION,
          Key.IMAGE,
          Key.CONTENT,
          Key.PARTS,
          Key.CODE,
          Key.IMAGES,
          Key.POSTS,
          Key.THREAD,
          Key.POST_AUTHOR,
          Key.POST_DATE,
          Key.POST_BODY,
          Key.POST_IMAGES,
          Key.POST_DEPTH,
          Key.POST_REPLIES);

  /// Whether a source takes something from the page as data.
  private boolean readsPage(Section section) {
    return SOURCES.stream()
        .flatMap(key -> lines(section, key))
        .filter(line -> line.value().startsWith("$page"))
        .anyMatch(line ->
            "page".equals(at(line, it -> FactSource.parse(it.value(), it.number())).data()));
  }

  /// Names that no pattern captures and data that no line defines are slips of the pen.
  private void checkNames(Section section, Map<String, Definition> data, Recognition recognition) {
    Set<String> captured = new HashSet<>();
    recognition.matches().forEach(match -> captured.addAll(match.pattern().captures()));
    for (Key key : SOURCES) {
      lines(section, key)
          .forEach(line ->
              at(
                  line,
                  _ -> {
                    FactSource source = FactSource.parse(line.value(), line.number());
                    String name = source.data();
                    if (name != null
                        && !data.containsKey(name)
                        && !PageData.BUILT_IN.contains(name)) {
                      throw new IllegalArgumentException(
                          "no 'data' line says what $%s is".formatted(name));
                    }
                    source.captures().stream()
                        .filter(capture -> section != head && !captured.contains(capture))
                        .filter(_ -> section.lines().getOrDefault(key, List.of()).contains(line))
                        .findFirst()
                        .ifPresent(capture -> {
                          throw new IllegalArgumentException(
                              "no 'match' line of this section captures {%s}".formatted(capture));
                        });
                    return source;
                  }));
    }
  }

  private FactRules facts(Section section) {
    Map<Fact, List<FactSource>> places = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      List<FactSource> sources = sources(section, Key.valueOf(fact.name()));
      if (!sources.isEmpty()) {
        places.put(fact, sources);
      }
    }
    return new FactRules(
        places,
        one(section, Key.NAME, Line::value),
        one(section, Key.CANONICAL, Line::value),
        one(section, Key.ZONE, line -> ZoneOffset.of(line.value())));
  }

  private static Key key(Content.Kind kind) {
    return switch (kind) {
      case FIRST -> Key.CONTENT;
      case ALL -> Key.PARTS;
      case CODE -> Key.CODE;
    };
  }

  private BodyRules body(Section section) {
    List<Content> content =
        Stream.of(Content.Kind.values())
            .flatMap(kind ->
                sources(section, key(kind)).stream().map(source -> new Content(source, kind)))
            .toList();
    Integer min = one(section, Key.MIN, line -> Integer.valueOf(line.value()));
    return new BodyRules(
        content,
        posts(section),
        sources(section, Key.IMAGES),
        new Cleaning(
            selections(section, Key.STRIP),
            selections(section, Key.UNWRAP),
            selections(section, Key.TEX),
            selections(section, Key.LINES),
            selections(section, Key.ALT),
            all(section, Key.LAZY, Line::value),
            all(section, Key.ERASE, line -> FactSource.compile(line.value()))),
        min == null ? DEFAULT_MIN : min);
  }

  private PostRules posts(Section section) {
    List<FactSource> thread = sources(section, Key.THREAD);
    return new PostRules(
        thread.isEmpty() ? sources(section, Key.POSTS) : thread,
        !thread.isEmpty(),
        sources(section, Key.POST_AUTHOR),
        sources(section, Key.POST_DATE),
        sources(section, Key.POST_BODY),
        sources(section, Key.POST_IMAGES),
        sources(section, Key.POST_DEPTH),
        sources(section, Key.POST_REPLIES));
  }

  private List<Wall> walls(Section section) {
    return all(section, Key.WALL, line -> Wall.parse(line.value(), line.number()));
  }
}
