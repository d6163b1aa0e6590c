package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.internal.listing.PageTokens;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.Binding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page tokens that are not what the server gave for this list. */
class PageTokensTest {
  private static final String LIMIT = "?limit=10";

  @TempDir static Path place;
  private static GuardedHouse house;
  private static Client ada;
  private static Client bob;
  private static String list;
  private static String otherFolder;
  private static String otherConnection;
  private static String bobsList;
  private static String token;

  private long asked;
  private long taken;

  @BeforeAll
  static void open() throws IOException {
    house = GuardedHouse.open(Files.createDirectory(place.resolve("house")), GuardedHouse.names());
    fill(house);
    ada = house.user("ada");
    bob = house.user("bob");
    list = list(house, ada, "https://cloud.example.com/");
    otherConnection = list(house, ada, "https://dual.example.com/");
    bobsList = list(house, bob, "https://cloud.example.com/");
    otherFolder = list.replace("/root/", "/" + folderIn(list) + "/");
    token = token(ada, list);
  }

  private static void fill(GuardedHouse house) throws IOException {
    Path folder = house.world().foreign().folder();
    Path inner = Files.createDirectory(folder.resolve("0"));
    for (int i = 0; i < 25; i++) {
      Files.writeString(folder.resolve("file " + i), "");
      Files.writeString(inner.resolve("file " + i), "");
    }
  }

  private static String list(GuardedHouse house, Client user, String url) {
    String id = house.connect(user, url).expect(201).text("id");
    return "/api/cloud/connections/" + id + "/files/root/children";
  }

  private static String folderIn(String list) {
    for (JsonNode entry : ada.get(list).expect(200).json().path("items")) {
      if (entry.path("name").asText().equals("0")) {
        return entry.path("id").asText();
      }
    }
    throw new AssertionError("no folder");
  }

  private static String token(Client user, String list) {
    return user.get(list + LIMIT).expect(200).text("next_page_token");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void count() {
    asked = house.world().foreign().requests();
    taken = house.world().roads().taken();
  }

  @AfterEach
  void nothingWasAsked() {
    assertThat(house.world().foreign().requests()).isEqualTo(asked);
    assertThat(house.world().roads().taken()).isEqualTo(taken);
  }

  @Test
  void S7_editedToken_isRefusedWithoutARequest() {
    IntStream.range(0, token.length()).forEach(at -> assertRefused(ada, list, flipped(token, at)));
    String half = token.substring(0, token.length() / 2);
    Stream.of(half, token.substring(1), token + "A", token + "=", token + "%", " " + token)
        .forEach(edited -> assertRefused(ada, list, edited));
  }

  @Test
  void S7_swappedToken_isRefusedWithoutARequest() {
    assertRefused(ada, otherConnection, token);
    assertRefused(ada, otherFolder, token);
    assertRefused(bob, bobsList, token);
    assertRefusal(ada.get(list + "?limit=11&page_token=" + Client.encoded(token)));
    assertRefusal(ada.get("/api/documents" + LIMIT + "&page_token=" + Client.encoded(token)));
  }

  @Test
  void S7_foreignToken_isRefusedWithoutARequest() {
    Stream.of(
            "https://169.254.169.254/latest/meta-data/",
            "{\"next\":\"https://evil.example.org/\"}",
            "/../../etc/passwd",
            "")
        .flatMap(text -> Stream.of(text, base64(text)))
        .filter(text -> !text.isEmpty())
        .forEach(foreign -> assertRefused(ada, list, foreign));
  }

  @Test
  void S7_tokenOfAnotherHouse_isRefusedWithoutARequest() {
    TinkVault vault = TinkVault.openOrCreate(place.resolve("other.json"), false);
    Binding root = new Binding("", "", "webdav", "page|root|10");

    assertRefused(ada, list, new PageTokens(vault).seal("10", root));
  }

  @Test
  void S7_tokenItself_isGood() {
    Answer page = ada.get(list + LIMIT + "&page_token=" + Client.encoded(token)).expect(200);

    assertThat(page.json().path("items")).hasSize(10);
    assertThat(house.world().foreign().requests()).isGreaterThan(asked);
    count();
  }

  private static void assertRefused(Client user, String list, String token) {
    assertRefusal(user.get(list + LIMIT + "&page_token=" + Client.encoded(token)));
  }

  private static void assertRefusal(Answer answer) {
    answer.expectProblem(400, "invalid-cursor");
  }

  private static String flipped(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'Q' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
