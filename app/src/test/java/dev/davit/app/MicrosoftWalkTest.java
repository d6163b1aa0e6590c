package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.MicrosoftCloud;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** OneDrive. */
class MicrosoftWalkTest extends OAuthWalkBench<MicrosoftCloud, MicrosoftAccount> {
  MicrosoftWalkTest() {
    super("OneDrive", "Pick an account", "Accept");
  }

  @Override
  MicrosoftCloud start(Path folder) {
    return MicrosoftCloud.start(folder);
  }

  @Override
  void assertDisconnected(MicrosoftAccount account) {
    browser.see("is disconnected").see("personal accounts").see("accounts of work or school");
    assertThat(cloud.grants(account)).isEqualTo(1);
  }

  @Test
  void needsAnAdministrator_saysSo() {
    MicrosoftEmulator microsoft = cloud.microsoft();
    microsoft.addAccount("wim@work.example", microsoft.addTenant("work.example"));
    microsoft.register(MicrosoftEmulator.CLIENT.needingAdminConsent());
    begin("worker@example.org");
    browser.press(go).headed("Pick an account").press("wim wim@work.example");

    browser.headed("Need admin approval");
    browser.press("Return to the application without granting consent");

    browser.headed("Connect OneDrive").see("an administrator's approval");
    microsoft.register(MicrosoftEmulator.CLIENT);
  }
}
