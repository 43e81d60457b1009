package zhai.url;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The ordered canonical rules: a readable table that turns any address of a page into its one
/// [WebUrl].
///
/// The table is the resource `canonical.rules`; its head describes the language, and what is
/// normalised before any rule. A user's own rules are read with [#parse] and put in front with
/// [#extendedBy]. Instances are immutable.
///
/// ```
/// CanonicalRules.bundled().identify("zhihu.com/question/1/answer/2?utm_psn=3").canonical()
///   → https://www.zhihu.com/question/1/answer/2
/// ```
public final class CanonicalRules {
  private static final String RESOURCE = "canonical.rules";

  private final List<Rule> rules;
  private final RulesByKind byKind;

  private CanonicalRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.byKind = RulesByKind.of(rules);
  }

  /// The rules that come with zhai, read once.
  public static CanonicalRules bundled() {
    return Bundled.RULES;
  }

  /// Those of them that say what belongs together, which is all that {@link #whole} asks: a tenth
  /// of the table, for commands that identify no address.
  public static CanonicalRules bundledGroups() {
    return BundledGroups.RULES;
  }

  /// Reads a rule file.
  ///
  /// @param name shown in errors
  /// @throws RuleSyntaxException names the file, the line and what is wrong
  public static CanonicalRules parse(String text, String name) {
    return new CanonicalRules(RuleFile.parse(text, name));
  }

  /// These rules, after a user's own, which come first and so decide first.
  public CanonicalRules extendedBy(CanonicalRules own) {
    var all = new ArrayList<>(own.rules);
    all.addAll(rules);
    return new CanonicalRules(all);
  }

  /// The three forms of an address.
  ///
  /// @param given an address, or what people paste for one; see [GivenText] for what is forgiven
  /// @throws InvalidUrlException if it is not the address of a web page
  public WebUrl identify(String given) {
    return new Identification(byKind).identify(given);
  }

  /// What the page of that address is a part of; null if no rule says so.
  ///
  /// @param canonical a canonical address
  public @Nullable Whole whole(String canonical) {
    @Nullable HttpUrl url = HttpUrl.parse(canonical);
    return url == null ? null : whole(Address.of(url).plain());
  }

  private @Nullable Whole whole(Address part) {
    for (Rule.Group group : byKind.groups()) {
      @Nullable Map<String, String> captured = group.place().match(part);
      if (captured != null) {
        Address bare = part.withQuery(List.of()).withFragment(null);
        @Nullable Address whole = group.target().fill(bare, captured, List.of());
        return whole == null ? null : new Whole(whole.toString(), group.noun());
      }
    }
    return null;
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(CanonicalRules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Bundled {
    static final CanonicalRules RULES = parse(resource(), RESOURCE);
  }

  private static final class BundledGroups {
    static final CanonicalRules RULES =
        parse(
            resource().lines().filter(line -> line.startsWith("group ")).collect(joining("\n")),
            RESOURCE);
  }
}
