package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Browser;
import dev.davit.app.support.SharedBrowser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A browser that walks through the page, and a folder of the walk's own. */
@ExtendWith(SharedBrowser.class)
abstract class WalkBench {
  @TempDir static Path place;
  static Browser browser;

  @BeforeAll
  static void share(Browser shared) {
    browser = shared;
  }

  /**
   * Not a step of any test, yet true of all: the policy was never in the way, and no script failed.
   */
  @AfterEach
  void nothingFailedUnseen() {
    assertThat(browser.complaints()).isEmpty();
  }
}
