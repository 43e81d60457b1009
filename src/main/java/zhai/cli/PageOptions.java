package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhai.fetch.Browser;
import zhai.fetch.Cookies;
import zhai.fetch.FetchOptions;
import zhai.fetch.Provenance;
import zhai.library.GivenBytes;
import zhai.library.ImageSource;
import zhai.library.PageSource;

/// The options that say how pages are asked for.
final class PageOptions {
  @Option(
      names = "--cookies",
      paramLabel = "FILE",
      description = "Cookies of your browser, in the format of Netscape's cookies.txt.")
  @Nullable Path cookies;

  @Option(
      names = "--user-agent",
      paramLabel = "TEXT",
      description = "The name of the browser that the cookies are from.")
  @Nullable String userAgent;

  @Option(
      names = "--browser",
      description = "Open pages in an installed Chromium, Chrome or Edge and take what it shows.")
  boolean browser;

  @Option(names = "--allow-private", description = "Ask private addresses too.")
  boolean allowPrivate;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description = "A private host that may be asked, such as wiki.corp.")
  List<String> allowedHosts = new ArrayList<>();

  @Option(
      names = "--images",
      negatable = true,
      description = {
        "Keep the pictures of articles, or don't. Kept if not said otherwise here or by",
        "ZHAI_IMAGES=no; of a page that you hand over only those that are in the file.",
      })
  @Nullable Boolean images;

  private @Nullable Cookies known;

  /// Where pages come from; the caller closes it.
  PageSource source(Session session, Provenance provenance) {
    return browser
        ? new PageSource.InstalledBrowser(browser(session, options()), provenance)
        : new PageSource.Network(session.fetcher(options()), provenance);
  }

  /// Where the pictures of pages from there come from; the caller closes it.
  ImageSource images(Session session, PageSource pages) {
    if (!keepsImages(session)) {
      return new ImageSource.Nowhere();
    }
    return switch (pages) {
      case PageSource.Network network -> new ImageSource.Network(network.fetcher());
      case PageSource.InstalledBrowser _ -> new ImageSource.Network(session.fetcher(options()));
      case PageSource.HandedOver _ ->
          images == null
              ? new ImageSource.ThePage()
              : new ImageSource.Network(session.fetcher(options()));
    };
  }

  /// For what asks nobody for pages.
  ///
  /// @throws UsageException if something is said about how they are asked for
  void askNobody(String why) {
    Map<String, Boolean> said = new LinkedHashMap<>();
    said.put("--cookies", cookies != null);
    said.put("--user-agent", userAgent != null);
    said.put("--browser", browser);
    said.put("--allow-private", allowPrivate);
    said.put("--allow-host", !allowedHosts.isEmpty());
    said.put("--images", Boolean.TRUE.equals(images));
    for (Map.Entry<String, Boolean> option : said.entrySet()) {
      if (option.getValue()) {
        throw new UsageException("%s; leave out %s".formatted(why, option.getKey()));
      }
    }
  }

  /// Whether pictures are to be kept at all.
  boolean keepsImages(Session session) {
    return images == null ? wantsImages(session) : images;
  }

  /// Whether pictures are kept where no option says anything.
  static boolean wantsImages(Session session) {
    return !session.environment().getOrDefault("ZHAI_IMAGES", "").equalsIgnoreCase("no");
  }

  private FetchOptions options() {
    return FetchOptions.defaults()
        .withCookies(readCookies())
        .withUserAgent(userAgent)
        .withAllowPrivate(allowPrivate)
        .withAllowedPrivateHosts(new HashSet<>(allowedHosts));
  }

  private static Browser browser(Session session, FetchOptions options) {
    return Browser.find(session.environment(), options, session.parts().clock())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no Chromium, Chrome or Edge was found; install one, or name it in ZHAI_BROWSER"));
  }

  /// Once: pages and their pictures may be asked for with options of their own, and a file that is
  /// a pipe has no second time.
  private Cookies readCookies() {
    if (known == null) {
      known = cookies == null ? Cookies.none() : read(cookies);
    }
    return known;
  }

  private static Cookies read(Path file) {
    try {
      return Cookies.parse(GivenBytes.text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
