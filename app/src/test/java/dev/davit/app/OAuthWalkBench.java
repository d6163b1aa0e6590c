package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Browser;
import dev.davit.app.support.House;
import dev.davit.app.support.OAuthCloud;
import dev.davit.app.support.Walks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.Keys;

/**
 * Connecting as somebody does it, in a browser, through the provider's own pages; and the walks
 * that are the same at all of them.
 *
 * @param <C> the cloud
 * @param <A> who has an account there
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OAuthWalkBench<C extends OAuthCloud<?, A, ?>, A> extends WalkBench {
  static final String ADA = "ada@mail.example";
  static final String EVA = "eva@mail.example";
  static final String ULLA = "ulla@mail.example";

  final String name;
  final String go;
  private final String chooser;
  private final String accept;
  C cloud;
  House house;
  A eva;

  /**
   * A bench.
   *
   * @param name the provider's
   * @param chooser the heading of its page to choose an account on
   * @param accept the button that allows all
   */
  OAuthWalkBench(String name, String chooser, String accept) {
    this.name = name;
    this.chooser = chooser;
    this.accept = accept;
    go = "Connect at " + name;
  }

  /** Starts the cloud in a folder of its own. */
  abstract C start(Path folder);

  @BeforeAll
  void open() {
    cloud = start(place.resolve("cloud"));
    house = House.open(place.resolve("house"), cloud.settings());
    cloud.account(ADA, "hello.txt");
    eva = cloud.account(EVA, "evening.txt");
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
    if (cloud != null) {
      cloud.close();
    }
  }

  final void begin(String email) {
    Walks.register(browser, house, email);
    browser.press(name).headed("Connect " + name).see(go);
  }

  final void consent(String email) {
    choose(email).press(accept);
  }

  final Browser choose(String email) {
    browser.headed(chooser);
    return browser.press(email.substring(0, email.indexOf('@')) + " " + email).see(accept);
  }

  final void connect(String email) {
    browser.press(go);
    consent(email);
    browser.headed("Storage").see("is connected as").see(email);
  }

  private void picture(String what) {
    Walks.picture(browser, name.replace(' ', '-') + "-" + what);
  }

  @Test
  void consent_byKeyboard_landsWhereOneWas_andSearches() {
    A ulla = cloud.account(ULLA, "hello.txt");
    begin("walker@example.org");
    assertThat(browser.focused()).isEqualTo(go);
    browser.key(Keys.ENTER);
    consent(ULLA);

    browser.headed("Storage").see("is connected as").see(ULLA).see("Active");
    assertThat(browser.place()).isEqualTo("/");
    picture("connected");
    browser.press("Open").see("hello.txt").search("hello").see("Found for").rows(1);
    picture("search");
    browser.search("nowhere").see("Nothing was found").back().rows(1);
    browser.press("Storage").headed("Storage").press("Disconnect").press("Disconnect");
    browser.see("Nothing is connected yet");
    assertDisconnected(ulla);
    picture("disconnected");
  }

  /** What can be seen, there and here, once somebody has disconnected. */
  abstract void assertDisconnected(A account);

  @Test
  void cancel_saysSo_andLetsOneTryAgain() {
    begin("denier@example.org");
    browser.press(go);
    choose(ADA).press("Cancel");

    browser.headed("Connect " + name).see("The access was not allowed there");
    picture("denied");
    connect(ADA);
  }

  @Test
  @Tag("long")
  void takenBackThere_reconnectLeadsBackIntoTheFolder() {
    begin("revoked@example.org");
    connect(EVA);
    browser.press("Open").see("evening.txt");
    String there = browser.place();
    cloud.revoke(eva);
    cloud.expireAccessTokens();

    browser.press("Refresh").press("Reconnect").see("It was connected as");
    browser.press("Reconnect at " + name).see(EVA).press(accept);

    browser.see("is connected as").see("evening.txt");
    assertThat(browser.place()).isEqualTo(there);
  }
}
