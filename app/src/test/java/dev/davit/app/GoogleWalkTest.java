package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.GoogleCloud;
import dev.davit.emulator.google.GoogleAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Google Drive. */
class GoogleWalkTest extends OAuthWalkBench<GoogleCloud, GoogleAccount> {
  GoogleWalkTest() {
    super("Google Drive", "Choose an account", "Allow");
  }

  @Override
  GoogleCloud start(Path folder) {
    return GoogleCloud.start(folder);
  }

  @Override
  void assertDisconnected(GoogleAccount account) {
    assertThat(cloud.grants(account)).isZero();
  }

  @Test
  void untickedScope_saysWhatToTick() {
    String una = "una@mail.example";
    cloud.account(una, "hello.txt");
    begin("unticker@example.org");
    browser.press(go);
    choose(una).untick("auth/drive").press("Allow");

    browser.headed("Connect Google Drive").see("where there are boxes, tick them all");
    connect(una);
    browser.press("Check").see("works.");
  }

  @Test
  @Tag("long")
  void twoTabsAtOnce_eachEndsItsOwn() {
    begin("tabs@example.org");
    browser.press(go).headed("Choose an account");
    browser.newTab(house.page()).headed("Storage");
    browser.press("Google Drive").headed("Connect Google Drive").press(go);
    consent(EVA);
    browser.headed("Storage").see("is connected as").see(EVA).closeTab();

    consent(ADA);

    browser.headed("Storage").see("is connected as").see(ADA).see(EVA);
    assertThat(browser.texts(".card")).hasSize(2);
  }
}
