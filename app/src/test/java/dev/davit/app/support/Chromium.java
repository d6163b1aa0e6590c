package dev.davit.app.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Where this machine has Chromium and its driver. Nothing is downloaded. */
final class Chromium {
  private static final String MISSING =
      "This test walks through the page in Chromium, and there is no %s on this machine. Install it"
          + " (Debian: apt-get install chromium chromium-driver), or say in %s where it is.";

  private static final String[] QUIET = {
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
  };

  private Chromium() {}

  /** Starts one without a window, which asks no other host than this machine. */
  static ChromeDriver start(Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().toString());
    options.addArguments(QUIET);
    if ("root".equals(System.getProperty("user.name"))) {
      options.addArguments("--no-sandbox");
    }
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return new ChromeDriver(service(), options);
  }

  private static ChromeDriverService service() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(driver().toFile())
        .usingAnyFreePort()
        .build();
  }

  private static Path browser() {
    return find(
        "DAVIT_CHROMIUM",
        List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
  }

  private static Path driver() {
    return find("DAVIT_CHROMEDRIVER", List.of("chromedriver"));
  }

  private static Path find(String variable, List<String> names) {
    String chosen = System.getenv(variable);
    Stream<Path> candidates = chosen == null ? onPath(names) : Stream.of(Path.of(chosen));
    return candidates
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(MISSING.formatted(names.get(0), variable)));
  }

  private static Stream<Path> onPath(List<String> names) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    List<String> folders = Arrays.asList(path.split(File.pathSeparator, -1));
    return names.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
  }
}
