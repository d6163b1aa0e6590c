package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Await;
import dev.davit.app.support.Browser;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.app.support.Walks;
import dev.davit.emulator.nextcloud.NextcloudEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page as somebody uses it, in a browser, against a WebDAV server that nobody here wrote. */
class PageWalkTest extends WalkBench {
  private static Path downloads;
  private static Path files;
  private static House house;
  private static NextcloudEmulator cloud;

  @BeforeAll
  static void open() {
    downloads = browser.downloads();
    house = House.open(place.resolve("house"));
    cloud = NextcloudEmulator.start(place.resolve("cloud"));
    files = house.foreign().folder();
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

  @Test
  void walk_fromRegistrationToDisconnecting() throws IOException {
    Files.createDirectories(files.resolve("Papers"));
    byte[] bytes = Samples.bytes(3_000_000);
    Path report = Files.write(place.resolve("report é.bin"), bytes);

    register("walker@example.org");
    connect("Home");
    browser.press("Papers").headed("Papers").see("This folder is empty").choose(report).rows(1);
    assertThat(files.resolve("Papers/report é.bin")).hasBinaryContent(bytes);
    picture("folder");
    browser.press("report é.bin");
    assertThat(downloaded("report é.bin")).hasBinaryContent(bytes);

    browser.press("Keep documents here").see("Documents are kept here");
    browser.press("Documents").headed("Documents").choose(report).rows(1);
    picture("documents");
    assertThat(files.resolve("Papers/report é (2).bin")).hasBinaryContent(bytes);

    browser.press("Storage").headed("Storage").press("Disconnect").press("Disconnect");
    browser.see("1 document of this application is in it. What is to become of them?");
    browser.pick("The documents", "Move them");
    picture("leaving");
    browser.press("Disconnect").see("Nothing is connected yet");
    assertThat(files.resolve("Papers/report é (2).bin")).doesNotExist();
    browser.press("Documents").headed("Documents").rows(1);
    browser.press("Delete \u2068report é.bin\u2069").press("Delete").see("No documents yet");
    browser.press("Log out").see("You are logged out.");
  }

  @Test
  void D1_walk_fromADocumentToADeletedAccount() throws IOException {
    Path will = Files.writeString(place.resolve("will.txt"), "last words");
    register("leaver@example.org");
    connect("Home");
    browser.press("Keep documents here").see("Documents are kept here");
    browser.press("Documents").headed("Documents").choose(will).rows(1);
    assertThat(files.resolve("will.txt")).exists();

    browser.press("Activity").headed("Activity").see("Storage connected").see("Account made");
    picture("activity");
    browser.press("Account").headed("Account").press("Delete account");
    browser.type("Password", House.PASSWORD).press("Delete for good");
    browser.headed("Account deletion").see("Documents deleted: 1").see("Done");
    picture("deletion");
    assertThat(files.resolve("will.txt")).doesNotExist();

    browser.press("Davit");
    logIn("leaver@example.org");
    browser.see("The email or the password is wrong.");
  }

  @Test
  void connect_wrongPassword_saysSoAndKeepsNothing() {
    register("wrong@example.org");
    fields("wrong").press("Connect").see("does not accept this user name and password");
    picture("refused");
    browser.press("Cancel").see("Nothing is connected yet");
  }

  @Test
  void uploadOfATakenName_asksWhatToDo() throws IOException {
    Files.writeString(files.resolve("taken.txt"), "the first");
    Path other = Files.writeString(place.resolve("taken.txt"), "the second");

    register("taken@example.org");
    connect("Home");
    browser.choose(other).see("Not uploaded").press("Keep both").see("taken (2).txt");

    assertThat(files.resolve("taken.txt")).hasContent("the first");
    assertThat(files.resolve("taken (2).txt")).hasContent("the second");
  }

  @Test
  void sessionEnds_logInLeadsBackToTheSamePlace() throws IOException {
    Files.createDirectories(files.resolve("Deep/Deeper"));
    register("ended@example.org");
    connect("Home");
    browser.press("Deep").headed("Deep").press("Deeper").headed("Deeper");
    String there = browser.place();

    browser.forgetSession().press("Refresh").see("Your session has ended.");
    logIn("ended@example.org");

    browser.headed("Deeper").back().headed("Deep");
    assertThat(there).startsWith("/connections/");
  }

  @Test
  void W5_hostileNames_stayText() throws IOException {
    String markup = "<img src=x onerror=document.title='hit'>";
    Files.writeString(files.resolve(markup), "");
    Files.writeString(files.resolve("invoice\u202Efdp.exe"), "");

    register("hostile@example.org");
    connect("Home");

    assertThat(browser.names()).contains(markup, "invoice\ufffdfdp.exe");
    assertThat(browser.texts("main img, main script")).isEmpty();
    browser.size(360, 740);
    picture("hostile-names");
    assertThat(browser.overhang()).isZero();
    browser.size(1100, 850);
  }

  @Test
  void admin_seesUsersAndTheirConnections() {
    register("seen@example.org");
    connect("Of somebody");
    browser.press("Log out");
    logIn(House.ADMIN);

    browser.headed("Users").unfold("seen@example.org").see("Of somebody").see("Active");
    picture("users");
  }

  @Test
  void logInAtTheServersOwnPage_byKeyboard_thenDisconnect() {
    cloud.addUser("nora", "nora-id", "the-account's-own");
    register("nora@example.org");
    begin();
    assertThat(browser.focused()).isEqualTo("Open the log-in page");
    assertThat(browser.texts(".address").get(0)).startsWith(cloud.address().toString());
    picture("waiting");

    browser.key(Keys.ENTER).newestOf(2).headed("Connect to your account").press("Log in");
    browser.fill("user", "nora").fill("password", "the-account's-own").press("Log in");
    browser.press("Grant access").headed("Account connected").closeTab();

    browser.headed("Cloud").see("New folder");
    assertThat(cloud.appPasswords("nora")).hasSize(1);
    browser.press("Storage").headed("Storage").press("Disconnect").press("Disconnect");
    browser.see("Nothing is connected yet");
    assertThat(cloud.appPasswords("nora")).isEmpty();
  }

  @Test
  @Tag("long")
  void logInAtTheServersOwnPage_calledOff_orByAppPassword() {
    cloud.addUser("rita", "rita-id", "the-account's-own");
    String password = cloud.addAppPassword("rita", "typed in");
    register("rita@example.org");
    begin();
    browser.press("Cancel").see("Log in at your server");

    browser.unfoldAt("Use an app password");
    browser.typeUnfolded("Server address", cloud.address().toString());
    browser.typeUnfolded("User name", "rita").typeUnfolded("App password", password);
    browser.typeUnfolded("Name it", "Cloud").press("Connect");
    browser.headed("Cloud").see("New folder");
    cloud.revoke(password);
    browser.press("Refresh").press("Reconnect").see("It was connected as");
    browser.type("Server address", cloud.address().toString()).press("Log in at your server");
    browser.see("Waiting until");
    cloud.grant(URI.create(browser.texts(".address").get(0)), "rita");
    browser.headed("Cloud").see("New folder");
  }

  @Test
  @Tag("long")
  void logInAtTheServersOwnPage_ofNoNextcloud_saysSo() {
    register("none@example.org");
    browser.press("Nextcloud").headed("Connect Nextcloud");
    browser.type("Server address", house.foreign().address().toString());
    browser.press("Log in at your server").see("but no Nextcloud");
    assertThat(browser.texts("input[aria-invalid=true], .error[role=alert]")).isNotEmpty();
  }

  private static void begin() {
    browser.press("Nextcloud").headed("Connect Nextcloud");
    browser.type("Server address", cloud.address().toString()).type("Name it", "Cloud");
    browser.press("Log in at your server").see("Waiting until you have logged in there.");
  }

  private static void register(String email) {
    Walks.register(browser, house, email);
  }

  private static void logIn(String email) {
    browser.headed("Log in").type("E-mail address", email).type("Password", House.PASSWORD);
    browser.press("Log in");
  }

  private static void connect(String name) {
    fields(House.DAV_PASSWORD)
        .type("Name it", name)
        .press("Connect")
        .headed(name)
        .see("New folder");
  }

  private static Browser fields(String password) {
    browser.press("WebDAV").headed("Connect WebDAV");
    browser.type("Server address", house.foreign().address().toString());
    return browser.type("User name", House.DAV_USER).type("Password", password);
  }

  private static Path downloaded(String name) {
    Path file = downloads.resolve(name);
    Await.until("the download of " + name, Duration.ofSeconds(30), () -> Files.exists(file));
    return file;
  }

  private static void picture(String name) {
    Walks.picture(browser, name);
  }
}
