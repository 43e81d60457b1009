package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.extension.BrowserKind;
import zhai.extension.BrowserPlaces;
import zhai.extension.Installation;

/// `zhai extension`: sets up the browser extension.
@Command(
    name = "extension",
    description = "Sets up the browser extension, which saves the page that you have open.",
    footer = {
      "",
      "Examples:",
      "  zhai extension install",
      "  zhai extension install --browser firefox",
      "  zhai extension path",
      "  zhai extension uninstall",
    })
final class ExtensionCommand implements Callable<Integer> {
  private final Session session;

  ExtensionCommand(Session session) {
    this.session = session;
  }

  /// Which browsers are meant.
  static final class Browsers {
    @Option(
        names = "--browser",
        paramLabel = "BROWSER",
        description =
            "chrome, chromium, edge, firefox or all; without it, those that were used here.")
    @Nullable String browser;

    @Option(
        names = "--dir",
        paramLabel = "FOLDER",
        description =
            "Where the one browser looks for native programs, if not in its usual place (for"
                + " Chromium with --user-data-dir: its NativeMessagingHosts).")
    @Nullable Path folder;
  }

  /// A browser and the folder where it looks.
  private record Place(BrowserKind browser, Path folder) {}

  @Override
  public Integer call() {
    throw new UsageException(
        "what about the extension? `zhai extension install`, `uninstall` or `path`");
  }

  @Command(
      name = "install",
      description = "Lets browsers start zhai for the extension, and says how to load that.")
  int install(@Mixin Browsers browsers) throws IOException {
    BrowserPlaces all = places();
    String launcher = all.hasRegistry() ? "zhai.bat" : "zhai";
    Installation installation =
        new Installation(
            application().resolve("bin").resolve(launcher),
            session.folder().path(),
            PageOptions.wantsImages(session),
            all.hasRegistry());
    List<Place> chosen = chosen(browsers, all);
    for (Place place : chosen) {
      Path manifest = installation.install(place.browser(), place.folder());
      tell("installed", place.browser(), manifest);
      if (all.hasRegistry()) {
        session.printer().line(registering(all, place.browser(), manifest));
      }
    }
    session.printer().line("pages go to %s".formatted(installation.library()));
    session.printer().line("now load the extension:");
    chosen.stream().map(Place::browser).distinct().forEach(this::tellLoading);
    return ExitCode.OK;
  }

  @Command(name = "uninstall", description = "Takes back what install wrote.")
  int uninstall(@Mixin Browsers browsers) throws IOException {
    BrowserPlaces all = places();
    boolean any = false;
    for (Place place : browsers.browser == null ? every(all) : chosen(browsers, all)) {
      if (Installation.uninstall(place.folder())) {
        any = true;
        tell("removed", place.browser(), place.folder());
        if (all.hasRegistry()) {
          session
              .printer()
              .line("          reg delete \"%s\" /f".formatted(all.registryKey(place.browser())));
        }
      }
    }
    session
        .printer()
        .line(
            any
                ? "remove the extension itself on the browser's page of extensions"
                : "nothing was installed");
    return ExitCode.OK;
  }

  @Command(name = "path", description = "Prints the folder of the extension, to be loaded.")
  int path() {
    session.printer().line(extension().toString());
    return ExitCode.OK;
  }

  private static String registering(BrowserPlaces places, BrowserKind browser, Path manifest) {
    return "          to be run once: reg add \"%s\" /ve /t REG_SZ /d \"%s\" /f"
        .formatted(places.registryKey(browser), manifest);
  }

  private void tell(String word, BrowserKind browser, Path place) {
    session
        .printer()
        .line(new Line().strong("%-9s ".formatted(word)).plain(browser.label() + "  " + place));
  }

  private void tellLoading(BrowserKind browser) {
    session
        .printer()
        .line("%-9s %s".formatted(browser.label(), browser.loading(extension().toString())));
  }

  private BrowserPlaces places() {
    return BrowserPlaces.of(session.environment(), session.properties());
  }

  private static List<Place> every(BrowserPlaces places) {
    return Stream.of(BrowserKind.values())
        .map(browser -> new Place(browser, places.folder(browser)))
        .toList();
  }

  private static List<Place> chosen(Browsers browsers, BrowserPlaces places) {
    String named = browsers.browser;
    if (browsers.folder != null) {
      if (named == null || named.equals("all")) {
        throw new UsageException("--dir is one browser's folder: name it with --browser");
      }
      return List.of(new Place(kind(named), browsers.folder));
    }
    if (named == null) {
      return used(places);
    }
    return named.equals("all")
        ? every(places)
        : List.of(new Place(kind(named), places.folder(kind(named))));
  }

  /// A browser that was started once has a folder of its own.
  private static List<Place> used(BrowserPlaces places) {
    List<Place> used = new ArrayList<>(every(places));
    used.removeIf(place -> !Files.isDirectory(Objects.requireNonNull(place.folder().getParent())));
    if (places.hasRegistry() || used.isEmpty()) {
      throw new UsageException(
          "no browser was found that was used here; name yours: --browser chrome, chromium, edge,"
              + " firefox or all");
    }
    return used;
  }

  private static BrowserKind kind(String name) {
    return Stream.of(BrowserKind.values())
        .filter(browser -> browser.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "there is no extension for %s; choose chrome, chromium, edge, firefox or all"
                    .formatted(name)));
  }

  private Path extension() {
    return application().resolve("extension");
  }

  /// The folder that zhai runs from; its launcher says which it is.
  private Path application() {
    String folder = session.properties().getOrDefault("zhai.app", "");
    if (folder.isBlank()) {
      throw new IllegalArgumentException(
          "this zhai was not started by its launcher, so the extension's folder is not known");
    }
    return Path.of(folder).normalize();
  }
}
