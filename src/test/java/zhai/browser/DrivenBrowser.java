package zhai.browser;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// An installed Chromium without a window, used as a person uses one: pages are opened, keys
/// pressed, things clicked, through WebDriver. What a page does behind a person's back is {@link
/// Chromium}'s to tell.
///
/// Names resolve to nothing; only addresses of this machine are ever asked, unless a test maps a
/// name to one of them.
///
/// ```
/// try (DrivenBrowser browser = DrivenBrowser.with(profile).extension(folder).open()) {
///   browser.driver().get("http://127.0.0.1:1234/");
/// }
/// ```
public final class DrivenBrowser implements AutoCloseable {
  /// Long enough for a machine that is busy with other tests.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-first-run",
          "--no-proxy-server",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu",
          "--disable-breakpad",
          "--disable-dev-shm-usage",
          "--password-store=basic",
          "--use-mock-keychain",
          "--lang=en-US",
          "--window-size=1280,900");

  private final ChromeDriver driver;

  private DrivenBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Chromium and the program that drives it.
  private record Programs(Path browser, Path driver) {}

  /// Whether both are on this machine; tests that need them are skipped where they are not.
  public static boolean isInstalled() {
    return programs().isPresent();
  }

  private static Optional<Programs> programs() {
    Optional<Path> driver =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .filter(it -> !it.isBlank())
            .map(folder -> Path.of(folder, "chromedriver"))
            .filter(Files::isExecutable)
            .findFirst();
    return driver.flatMap(it -> Chromium.installed().map(browser -> new Programs(browser, it)));
  }

  /// A browser that is about to be opened.
  ///
  /// @param profile its folder, whose Chromium keeps cookies and where native messaging hosts are
  ///   looked for; made if it is not there
  public static Wanted with(Path profile) {
    return new Wanted(profile, null, List.of());
  }

  /// How a browser is opened.
  ///
  /// @param extension an unpacked one's folder, or null
  /// @param names rules of Chromium's host resolver that come before all names resolve to nothing
  public record Wanted(Path profile, @Nullable Path extension, List<String> names) {
    public Wanted extension(Path folder) {
      return new Wanted(profile, folder, names);
    }

    /// With a name that means this machine.
    public Wanted name(String host) {
      List<String> more = new ArrayList<>(names);
      more.add("MAP " + host + " 127.0.0.1");
      return new Wanted(profile, extension, more);
    }

    /// Opens it.
    ///
    /// @throws IllegalStateException if none is installed here, see {@link #isInstalled}
    public DrivenBrowser open() throws IOException {
      Programs programs =
          programs().orElseThrow(() -> new IllegalStateException("no Chromium with its driver"));
      Files.createDirectories(profile);
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(programs.driver().toFile())
              .build();
      return new DrivenBrowser(new ChromeDriver(service, options(programs.browser())));
    }

    private ChromeOptions options(Path browser) {
      ChromeOptions options = new ChromeOptions();
      options.setBinary(browser.toFile());
      options.addArguments(SWITCHES);
      List<String> rules = new ArrayList<>(names);
      rules.add("MAP * ~NOTFOUND");
      rules.add("EXCLUDE 127.0.0.1");
      rules.add("EXCLUDE localhost");
      options.addArguments("--host-resolver-rules=" + String.join(", ", rules));
      options.addArguments("--user-data-dir=" + profile.toAbsolutePath());
      if ("root".equals(System.getProperty("user.name"))) {
        options.addArguments("--no-sandbox");
      }
      if (extension != null) {
        options.addArguments("--load-extension=" + extension.toAbsolutePath());
        options.addArguments("--disable-features=DisableLoadExtensionCommandLineSwitch");
      }
      return options;
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  /// The first element that matches, as soon as there is one.
  public WebElement find(String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .until(it -> it.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
  }

  /// Waits until a script gives `true`.
  ///
  /// @param expression without `return`
  public void waitFor(String expression) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(expression)
        .until(_ -> Boolean.TRUE.equals(driver.executeScript("return !!(" + expression + ")")));
  }

  /// What a script gives.
  ///
  /// @param expression without `return`
  public @Nullable Object ask(String expression) {
    return driver.executeScript("return (" + expression + ")");
  }

  /// As somebody sees it whose system is dark, or light.
  public DrivenBrowser dark(boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    return this;
  }

  /// The page as wide as a phone.
  public DrivenBrowser phone() {
    return sized(390, 844);
  }

  /// @param width in CSS pixels
  /// @param height likewise
  public DrivenBrowser sized(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    return this;
  }

  /// A picture of what is in sight, as PNG.
  public void screenshot(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /// What axe-core finds wrong with the page for somebody who hears it, magnifies it or has no
  /// mouse; a rule and an element a line. Empty if nothing is. Frames from elsewhere are left out:
  /// no page of zhai's has one, and for them axe-core would open a second window at each call.
  @SuppressWarnings("deprecation") // the only way to do without frames from elsewhere
  public List<String> violations() {
    List<String> found = new ArrayList<>();
    AxeBuilder axe = new AxeBuilder().setLegacyMode();
    for (Rule rule : axe.analyze(driver).getViolations()) {
      for (CheckedNode node : rule.getNodes()) {
        found.add(rule.getId() + ": " + node.getHtml());
      }
    }
    return found;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
