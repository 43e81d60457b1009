package zhai.url;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import zhai.url.Rule.Decision;

/// The walk of one address through the rules, in the four passes that the head of `canonical.rules`
/// names: unwrap, rewrite, query, fragment. Then the address is written in its usual form.
final class Identification {
  /// Deeper nests of redirectors are no accident.
  static final int MAX_WRAPPERS = 16;

  /// Addresses that move on more often than this never come to rest.
  private static final int MAX_MOVES = 16;

  private static final Pattern WEB = Pattern.compile("(?i)https?://.+", Pattern.DOTALL);

  private static final Pattern ENCODED_WEB = Pattern.compile("(?i)https?(?::|%3A)%2F%2F.+");

  private final RulesByKind rules;

  /// Parameters that a rewrite took out of the query: the page's fetch address still needs them.
  private final Set<String> consumed = new HashSet<>();

  Identification(RulesByKind rules) {
    this.rules = rules;
  }

  WebUrl identify(String given) {
    Address asked = unwrapped(given);
    Address plain = asked.plain();
    Address place = rewritten(plain);
    Address identity = place.withQuery(identityQuery(place)).withFragment(fragment(place));
    boolean hadWww = place.host().equals(plain.host()) && !asked.host().equals(plain.host());
    String canonical = usualForm(identity, hadWww).toString();
    String fetched = fetchForm(asked, place).toString();
    // With https and www. it may be longer than it was given.
    GivenText.checkLength(canonical, given);
    GivenText.checkLength(fetched, given);
    return WebUrl.stored(GivenText.trim(given), fetched, canonical);
  }

  private Address unwrapped(String given) {
    Address address = Address.of(GivenText.parse(given));
    for (int depth = 0; depth < MAX_WRAPPERS; depth++) {
      Address target = target(address.normalised());
      if (target == null) {
        // A redirector may have a form for mobile phones, too.
        target = target(rewritten(address.plain()));
      }
      if (target == null) {
        return address;
      }
      address = target;
    }
    throw new InvalidUrlException(
        "wraps more than %d addresses in each other".formatted(MAX_WRAPPERS), given);
  }

  private @Nullable Address target(Address wrapper) {
    Address address = wrapper.withoutWww();
    for (Rule.Unwrap unwrap : rules.unwraps()) {
      Map<String, String> captured = unwrap.place().match(address);
      String target = captured == null ? null : target(unwrap, captured, wrapper);
      HttpUrl url = target == null ? null : GivenText.parseTarget(target);
      if (url != null) {
        return Address.of(url);
      }
    }
    return null;
  }

  private static @Nullable String target(
      Rule.Unwrap unwrap, Map<String, String> captured, Address wrapper) {
    String inPath = captured.get("target");
    if (inPath != null) {
      String query = wrapper.query().isEmpty() ? "" : "?" + Parameter.join(wrapper.query());
      return ENCODED_WEB.matcher(inPath).matches()
          ? PercentEncoding.decode(inPath)
          : absolute(inPath + query, "https://");
    }
    for (String name : unwrap.parameters()) {
      String value = wrapper.valueOf(name);
      String target = value == null ? "" : GivenText.tidy(PercentEncoding.decode(value));
      if (target.startsWith("/") && !target.startsWith("//")) {
        return wrapper.site() + target;
      }
      if (WEB.matcher(target).matches() || target.startsWith("//")) {
        return absolute(target, "https:");
      }
    }
    return null;
  }

  private static String absolute(String target, String missing) {
    return WEB.matcher(target).matches() ? target : missing + target;
  }

  /// Where the address comes to rest. Lines that would lead on and on lead nowhere: then it stays
  /// as it is.
  private Address rewritten(Address address) {
    consumed.clear();
    Address current = address;
    for (int moves = 0; moves < MAX_MOVES; moves++) {
      Address moved = rewrittenOnce(current);
      if (moved.equals(current)) {
        return current;
      }
      current = moved;
    }
    consumed.clear();
    return address;
  }

  private Address rewrittenOnce(Address address) {
    Address current = address;
    for (Rule.Rewrite rewrite : rules.rewrites()) {
      Map<String, String> captured = rewrite.place().match(current);
      List<String> taken = rewrite.place().parameters();
      Address moved = captured == null ? null : rewrite.target().fill(current, captured, taken);
      if (moved != null) {
        consumed.addAll(taken);
        current = moved;
      }
    }
    return current;
  }

  private record Ranked(Parameter parameter, int rank) {}

  private List<Parameter> identityQuery(Address place) {
    var kept = new ArrayList<Ranked>();
    List<Rule.Decide> here = deciding(place.query(), place);
    for (Parameter parameter : place.query()) {
      Ruling ruling = ruling(here, parameter.name());
      if (ruling.decision() == Decision.KEEP) {
        kept.add(new Ranked(parameter, ruling.rank()));
      }
    }
    kept.sort(Comparator.comparingInt(Ranked::rank).thenComparing(r -> r.parameter().name()));
    return kept.stream().map(Ranked::parameter).toList();
  }

  /// The lines that hold there for some parameters, looked for once: an address may have thousands
  /// of them, and most have none.
  private List<Rule.Decide> deciding(List<Parameter> query, Address place) {
    return query.isEmpty()
        ? List.of()
        : rules.decides().stream().filter(line -> line.place().matches(place)).toList();
  }

  /// @param rank the position among the names of the line that decided; those that no line names
  ///   come last
  private record Ruling(Decision decision, int rank) {}

  private static Ruling ruling(List<Rule.Decide> here, String name) {
    for (Rule.Decide line : here) {
      for (int rank = 0; rank < line.names().size(); rank++) {
        if (line.names().get(rank).matches(name)) {
          return new Ruling(line.decision(), rank);
        }
      }
    }
    return new Ruling(Decision.KEEP, Integer.MAX_VALUE);
  }

  private @Nullable String fragment(Address place) {
    String fragment = place.fragment();
    if (fragment == null) {
      return null;
    }
    for (Rule.Fragment line : rules.fragments()) {
      if (line.place().matches(place)) {
        return line.kept() && !fragment.isEmpty() ? fragment : null;
      }
    }
    return isRoute(fragment) ? fragment : null;
  }

  private static boolean isRoute(String fragment) {
    boolean route = fragment.startsWith("/") || fragment.startsWith("!");
    return route && !fragment.equals("/") && !fragment.equals("!") && !fragment.equals("!/");
  }

  private Address fetchForm(Address asked, Address place) {
    List<Rule.Decide> here = deciding(asked.query(), place);
    List<Parameter> query =
        asked.query().stream().filter(it -> isFetched(it.normalised().name(), here)).toList();
    return asked.withQuery(query).withFragment(fragment(place.withFragment(asked.fragment())));
  }

  private boolean isFetched(String name, List<Rule.Decide> here) {
    return consumed.contains(name) || ruling(here, name).decision() != Decision.DROP;
  }

  private Address usualForm(Address identity, boolean hadWww) {
    Address.Site site = identity.site();
    String scheme = isOnTheWeb(site) ? "https" : site.scheme();
    String host = site.host();
    if (writtenWithWww(identity, hadWww)) {
      host = "www." + host;
    }
    return identity.withSite(new Address.Site(scheme, host, site.port()));
  }

  private boolean writtenWithWww(Address identity, boolean hadWww) {
    for (Rule.Www www : rules.hosts()) {
      if (www.place().matches(identity)) {
        return www.always() || hadWww;
      }
    }
    return false;
  }

  private static boolean isOnTheWeb(Address.Site site) {
    String host = site.host();
    boolean named = host.indexOf('.') >= 0 && !host.endsWith(".localhost");
    boolean numeric = Character.isDigit(host.charAt(host.length() - 1));
    return site.port() < 0 && named && !numeric;
  }
}
