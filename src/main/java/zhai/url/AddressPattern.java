package zhai.url;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A PLACE as the head of `canonical.rules` describes it, for rules of other rooms, and after it
/// `#` and a pattern of the fragment: `v2ex.com/t/{topic}#r_{reply}`. Without `#` any fragment will
/// do.
public final class AddressPattern {
  private final Place place;
  private final @Nullable Place fragment;

  private AddressPattern(Place place, @Nullable Place fragment) {
    this.place = place;
    this.fragment = fragment;
  }

  /// An address taken apart once, to be held against many patterns.
  public static final class Subject {
    private final Address address;

    private Subject(Address address) {
      this.address = address;
    }

    /// Empty if it is not the address of a web page.
    public static Optional<Subject> of(String address) {
      return Optional.ofNullable(HttpUrl.parse(address.strip()))
          .map(url -> new Subject(Address.of(url).plain()));
    }
  }

  /// @throws IllegalArgumentException with a sentence that says what is wrong with the pattern
  public static AddressPattern parse(String pattern) {
    int hash = pattern.lastIndexOf('#');
    if (hash < 0) {
      return new AddressPattern(Place.parse(pattern), null);
    }
    // A fragment is matched as if it were a path: the same language, once.
    return new AddressPattern(
        Place.parse(pattern.substring(0, hash)), Place.parse("*/" + pattern.substring(hash + 1)));
  }

  /// The names between braces.
  public Set<String> captures() {
    var names = new HashSet<>(place.captures());
    if (fragment != null) {
      names.addAll(fragment.captures());
    }
    return Set.copyOf(names);
  }

  /// What the names between braces stand for, percent-encoded as in the address; empty if the
  /// address is elsewhere.
  public Optional<Map<String, String>> match(Subject subject) {
    Map<String, String> found = place.match(subject.address);
    if (found == null || fragment == null) {
      return Optional.ofNullable(found);
    }
    String asked = subject.address.fragment() == null ? "" : subject.address.fragment();
    Address inPath = subject.address.withPath("/" + asked).withQuery(List.of());
    Map<String, String> more = fragment.match(inPath);
    if (more == null) {
      return Optional.empty();
    }
    var all = new HashMap<>(found);
    all.putAll(more);
    return Optional.of(all);
  }
}
