package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of the foreign server over HTTP: pages, hard names, and what changes there. */
class FoldersEndToEndTest {
  private static final String ROOT = "/api/cloud/folders/webdav/root";
  private static final List<String> HARD_NAMES =
      List.of(
          "100%.txt",
          "a b.txt",
          "a#b.txt",
          "a&b+c.txt",
          "a;b=c.txt",
          "it's.txt",
          "ä ö ü.txt",
          "日本.txt",
          "q?.txt",
          ".hidden",
          "[x].txt",
          "%41.txt",
          "two..dots",
          "\uD83D\uDE00.txt");

  @TempDir static Path place;
  private static House house;
  private static Client ada;
  private static String connection;
  private static List<String> names;

  @BeforeAll
  static void open() throws IOException {
    house = House.open(place);
    names =
        Stream.concat(
                HARD_NAMES.stream(),
                IntStream.range(HARD_NAMES.size(), 250).mapToObj("file %03d.txt"::formatted))
            .toList();
    for (String name : names) {
      Files.writeString(house.foreign().folder().resolve(name), "content of " + name);
    }
    ada = house.user("ada");
    connection = house.connect(ada);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void list_250EntriesInPages_answersEachOnce() {
    List<JsonNode> entries = new ArrayList<>();
    int pages = 0;
    String token = "";
    do {
      Answer page = ada.get(ROOT + "?limit=100" + token).expect(200);
      page.json().path("items").forEach(entries::add);
      token = "&page_token=" + Client.encoded(page.text("next_page_token"));
      pages++;
    } while (!token.endsWith("="));

    assertThat(pages).isEqualTo(3);
    assertThat(entries)
        .extracting(e -> e.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(entries).extracting(e -> e.path("id").asText()).doesNotHaveDuplicates();
  }

  @Test
  void everyName_isReadByItsId() {
    Answer all = ada.get(ROOT + "?limit=1000").expect(200);
    assertThat(all.json().path("items")).hasSize(250);

    for (JsonNode entry : all.json().path("items")) {
      String name = entry.path("name").asText();
      if (HARD_NAMES.contains(name)) {
        assertThat(ada.get(file(entry.path("id").asText()) + "/content").expect(200).text())
            .isEqualTo("content of " + name);
      }
    }
  }

  @Test
  void list_secondTime_comesFromTheCache() {
    ada.get(ROOT + "?limit=7").expect(200);
    long before = house.foreign().requests();

    ada.get(ROOT + "?limit=7").expect(200);
    assertThat(house.foreign().requests()).isEqualTo(before);

    ada.get(ROOT + "?limit=7&refresh=true").expect(200);
    assertThat(house.foreign().requests()).isGreaterThan(before);
  }

  @Test
  void S7_editedPageToken_isRefusedWithoutACall() {
    String token = ada.get(ROOT + "?limit=10").expect(200).text("next_page_token");
    long before = house.foreign().requests();

    for (String edited : List.of(flipped(token), token + "AA", "x", token.substring(1))) {
      ada.get(ROOT + "?limit=10&page_token=" + Client.encoded(edited))
          .expectProblem(400, "invalid-cursor");
    }
    ada.get(ROOT + "?limit=11&page_token=" + Client.encoded(token))
        .expectProblem(400, "invalid-cursor");
    assertThat(house.foreign().requests()).isEqualTo(before);
  }

  @Test
  void S7_pageTokenOfSomebodyElse_isRefused() {
    String token = ada.get(ROOT + "?limit=10").expect(200).text("next_page_token");
    Client bob = house.user("bob");
    house.connect(bob);

    bob.get(ROOT + "?limit=10&page_token=" + Client.encoded(token))
        .expectProblem(400, "invalid-cursor");
  }

  @Test
  void folder_isMadeFilledMovedAndDeleted() {
    Client eve = house.user("eve");
    String id = house.connect(eve);
    String files = "/api/cloud/connections/" + id + "/files/";

    Answer folder = eve.post(files + "root/folder", Map.of("name", "Neu & alt")).expect(201);
    eve.post(files + "root/folder", Map.of("name", "Neu & alt")).expectProblem(409, "conflict");
    String inside = files + folder.text("id");
    Answer file =
        eve.multipart(inside + "/upload", "brief.txt", "Hallo".getBytes(StandardCharsets.UTF_8));
    file.expect(201);
    assertThat(house.foreign().folder().resolve("Neu & alt/brief.txt")).hasContent("Hallo");

    Answer moved =
        eve.post(
                files + file.text("id") + "/move",
                Map.of("folder_id", folder.text("id"), "name", "brief 2.txt"))
            .expect(200);
    assertThat(moved.text("name")).isEqualTo("brief 2.txt");
    assertThat(house.foreign().folder().resolve("Neu & alt/brief 2.txt")).hasContent("Hallo");

    eve.delete(inside).expect(204);
    assertThat(house.foreign().folder().resolve("Neu & alt")).doesNotExist();
    eve.get(inside).expectProblem(404, "not-found");
  }

  private static String file(String id) {
    return "/api/cloud/connections/" + connection + "/files/" + id;
  }

  private static String flipped(String token) {
    char last = token.charAt(token.length() / 2);
    return token.substring(0, token.length() / 2)
        + (last == 'A' ? 'B' : 'A')
        + token.substring(token.length() / 2 + 1);
  }
}
