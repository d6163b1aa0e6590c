package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Browser;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.app.support.Walks;
import dev.davit.emulator.google.GoogleAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Connecting Google Drive as somebody does it, in a browser, through Google's own pages. */
class GoogleWalkTest extends WalkBench {
  private static final String ADA = "ada@gmail.example";
  private static final String EVA = "eva@gmail.example";
  private static final String ULLA = "ulla@gmail.example";
  private static final String GO = "Connect at Google Drive";

  private static GoogleCloud cloud;
  private static House house;
  private static GoogleAccount eva;

  @BeforeAll
  static void open() {
    cloud = GoogleCloud.start(place.resolve("google"));
    house = House.open(place.resolve("house"), cloud.settings());
    cloud.account(ADA, "hello.txt");
    eva = cloud.account(EVA, "evening.txt");
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    if (cloud != null) {
      cloud.close();
    }
  }

  private static void begin(String email) {
    Walks.register(browser, house, email);
    browser.press("Google Drive").headed("Connect Google Drive").see(GO);
  }

  private static void consent(String email) {
    choose(email).press("Allow");
  }

  private static Browser choose(String email) {
    browser.headed("Choose an account");
    return browser.press(email.substring(0, email.indexOf('@')) + " " + email).see("Allow");
  }

  private static void connect(String email) {
    browser.press(GO);
    consent(email);
    browser.headed("Storage").see("is connected as").see(email);
  }

  @Test
  void consent_byKeyboard_landsWhereOneWas_andSearches() {
    GoogleAccount ulla = cloud.account(ULLA, "hello.txt");
    begin("walker@example.org");
    assertThat(browser.focused()).isEqualTo(GO);
    browser.key(Keys.ENTER);
    consent(ULLA);

    browser.headed("Storage").see("is connected as").see(ULLA).see("Active");
    assertThat(browser.place()).isEqualTo("/");
    Walks.picture(browser, "google-connected");
    browser.press("Open").see("hello.txt").search("hello").see("Found for").rows(1);
    Walks.picture(browser, "google-search");
    browser.search("nowhere").see("Nothing was found").back().rows(1);
    browser.press("Storage").headed("Storage").press("Disconnect").press("Disconnect");
    browser.see("Nothing is connected yet");
    assertThat(cloud.grants(ulla)).isZero();
  }

  @Test
  void deny_saysSo_andLetsOneTryAgain() {
    begin("denier@example.org");
    browser.press(GO);
    choose(ADA).press("Cancel");

    browser.headed("Connect Google Drive").see("The access was not allowed there");
    Walks.picture(browser, "google-denied");
    connect(ADA);
  }

  @Test
  void untickedScope_saysWhatToTick() {
    begin("unticker@example.org");
    browser.press(GO);
    choose(ADA).untick("auth/drive").press("Allow");

    browser.headed("Connect Google Drive").see("tick everything that is asked for");
    connect(ADA);
    browser.press("Check").see("works.");
  }

  @Test
  void revokedAtGoogle_reconnectLeadsBackIntoTheFolder() {
    begin("revoked@example.org");
    connect(EVA);
    browser.press("Open").see("evening.txt");
    String there = browser.place();
    cloud.google().revoke(eva);

    browser.press("Refresh").press("Reconnect").see("It was connected as");
    browser.press("Reconnect at Google Drive").see(EVA).press("Allow");

    browser.see("is connected as").see("evening.txt");
    assertThat(browser.place()).isEqualTo(there);
  }

  @Test
  void twoTabsAtOnce_eachEndsItsOwn() {
    begin("tabs@example.org");
    browser.press(GO).headed("Choose an account");
    browser.newTab(house.page()).headed("Storage");
    browser.press("Google Drive").headed("Connect Google Drive").press(GO);
    consent(EVA);
    browser.headed("Storage").see("is connected as").see(EVA).closeTab();

    consent(ADA);

    browser.headed("Storage").see("is connected as").see(ADA).see(EVA);
    assertThat(browser.texts(".card")).hasSize(2);
  }
}
