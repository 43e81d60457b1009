package zhai.extract.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.extract.Page;
import zhai.extract.PageSelector;
import zhai.url.AddressPattern;
import zhai.url.RuleSyntaxException;

/// What is known of sites that need no code of their own: one readable file for each, that says how
/// its pages are known and where they put their facts and their text. The language is described in
/// the resource `language.txt`, which {@link #language()} gives out.
///
/// The bundled files stand in `rules/`, their names in `rules/sites.txt`. A user's own are read
/// with {@link #parse} and asked first. Instances are immutable.
public final class SiteRules {
  private static final PageSelector CANONICAL = PageSelector.parse("link[rel=canonical][href]");
  private static final PageSelector OG_URL = PageSelector.parse("meta[property=og:url][content]");

  private final List<SiteFile> files;

  private SiteRules(List<SiteFile> files) {
    this.files = List.copyOf(files);
  }

  /// The rules that come with zhai, read when first asked for.
  public static SiteRules bundled() {
    return Bundled.RULES;
  }

  /// No rules.
  public static SiteRules none() {
    return new SiteRules(List.of());
  }

  /// Reads the file of one site.
  ///
  /// @param name shown in errors
  /// @throws RuleSyntaxException names the file, the line and what is wrong
  public static SiteFile parse(String text, String name) {
    return RuleParser.parse(text, name);
  }

  /// The rules of several files, asked in that order.
  public static SiteRules of(List<SiteFile> files) {
    return new SiteRules(files);
  }

  public List<SiteFile> files() {
    return files;
  }

  /// How rules are written, for people.
  public static String language() {
    return resource("language.txt");
  }

  /// A page that is known.
  ///
  /// @param how in words: the line that knew it
  record Known(SiteFile file, PageKind kind, String how, Map<String, String> captured) {}

  /// The kind of page that this is: by its own address, by the address that it gives as its own, by
  /// a mark; empty if no file knows it.
  Optional<Known> know(Page page) {
    return byAddress(page, List.of(page.address()), "its address")
        .or(() -> page instanceof Page.Html html ? byItself(html) : Optional.empty());
  }

  private Optional<Known> byItself(Page.Html page) {
    List<String> own =
        Stream.concat(
                page.index().find(CANONICAL).limit(1).map(link -> link.attr("href")),
                page.index().find(OG_URL).limit(1).map(meta -> meta.attr("content")))
            .toList();
    return byAddress(page, own, "the address that it gives as its own").or(() -> byMark(page));
  }

  private Optional<Known> byAddress(Page page, List<String> addresses, String what) {
    List<AddressPattern.Subject> subjects =
        addresses.stream().flatMap(address -> AddressPattern.Subject.of(address).stream()).toList();
    return first((file, kind) -> {
      for (AddressPattern.Subject subject : subjects) {
        Map<String, String> captured = kind.match(subject).orElse(null);
        if (captured != null && kind.fits(page, captured)) {
          return new Known(file, kind, "by " + what, captured);
        }
      }
      return null;
    });
  }

  private Optional<Known> byMark(Page.Html page) {
    return first((file, kind) -> {
      for (Mark mark : kind.recognition().marks()) {
        if (page.index().has(mark.selector()) && kind.fits(page, Map.of())) {
          return new Known(file, kind, "by the mark " + mark.written(), Map.of());
        }
      }
      return null;
    });
  }

  @FunctionalInterface
  private interface Asking {
    @Nullable Known ask(SiteFile file, PageKind kind);
  }

  private Optional<Known> first(Asking asking) {
    for (SiteFile file : files) {
      for (PageKind kind : file.kinds()) {
        Known known = asking.ask(file, kind);
        if (known != null) {
          return Optional.of(known);
        }
      }
    }
    return Optional.empty();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(SiteRules.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static final class Bundled {
    static final SiteRules RULES =
        new SiteRules(
            resource("rules/sites.txt")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                .map(
                    name -> RuleParser.begin(resource("rules/" + name + ".rules"), name + ".rules"))
                .toList());
  }
}
