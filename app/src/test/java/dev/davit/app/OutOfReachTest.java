package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.app.support.House;
import dev.davit.app.support.World;
import dev.davit.outbound.StubDns;
import dev.davit.outbound.TlsKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users and the operator are told of servers that can't be used, at connect and later. */
class OutOfReachTest {
  private static final String NAME = "later.attacker.example";
  private static final String STRANGE = "1.1.1.8";

  @TempDir static Path place;
  private static final StubDns names = GuardedHouse.names();
  private static GuardedHouse house;
  private static HttpsServer strange;
  private static Client ada;

  @BeforeAll
  static void open() throws Exception {
    house = GuardedHouse.open(place, names);
    strange = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    strange.setHttpsConfigurator(new HttpsConfigurator(keysOfNobodyKnown().context()));
    strange.start();
    house.world().roads().lead(World.address(STRANGE), strange.getAddress().getPort());
    ada = house.user("ada");
  }

  private static TlsKeys keysOfNobodyKnown() throws Exception {
    return TlsKeys.make(Files.createDirectories(place.resolve("strange")), "dns:" + NAME);
  }

  @AfterAll
  static void close() {
    strange.stop(0);
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, ADDRESS: ",
    "NXDOMAIN, UNRESOLVABLE: ",
    "'', UNRESOLVABLE: ",
    "1.1.1.9, UNREACHABLE: ",
    STRANGE + ", TLS: "
  })
  void S6_connect_isOneProblem_andTheLogSaysWhich(String address, String reason) {
    names.put(NAME, address);
    long asked = house.logs().text().length();

    house.connect(ada, "https://" + NAME + "/").expectProblem(422, "address-refused");

    assertThat(logged(asked))
        .singleElement()
        .asString()
        .contains("webdav verify failed: ADDRESS_REFUSED <- ", "<- " + reason, NAME);
    house.assertUnharmed();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, 422, address-refused, ADDRESS: ",
    STRANGE + ", 422, address-refused, TLS: ",
    "NXDOMAIN, 503, unavailable, UNRESOLVABLE: ",
    "'', 503, unavailable, UNRESOLVABLE: ",
    "1.1.1.9, 503, unavailable, UNREACHABLE: "
  })
  void S6_laterUse_isRefusedOrPutOff_andTheLogSaysWhich(
      String later, int status, String type, String reason) {
    names.put(NAME, "1.1.1.1");
    String id = house.connect(ada, "https://" + NAME + "/").expect(201).text("id");

    for (Supplier<Answer> use : uses("/api/cloud/connections/" + id)) {
      names.put(NAME, later);
      long asked = house.logs().text().length();
      use.get().expectProblem(status, type);
      assertThat(logged(asked))
          .singleElement()
          .asString()
          .contains("ADDRESS_REFUSED <- " + reason, NAME);
      names.put(NAME, "1.1.1.1");
      ada.get("/api/cloud/connections/" + id + "/files/root").expect(200);
    }
    house.assertUnharmed();
  }

  private static List<Supplier<Answer>> uses(String connection) {
    String root = connection + "/files/root";
    return List.of(
        () -> ada.get(root + "/children?refresh=true"),
        () -> ada.get(root),
        () -> ada.get(connection + "/quota"),
        () -> ada.post(connection + "/check"),
        () -> ada.post(root + "/folder", Map.of("name", "new")),
        () -> ada.upload(root + "/upload", "x", "text/plain", BodyPublishers.ofString("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:Zilpzalp77@cloud.example.com/",
        "https://cloud.example.com:22/Zilpzalp77",
        "https://cloud.example.com/?token=Zilpzalp77",
        "https://Zilpzalp77 \u2028WARN forged/",
        "https://10.0.0.5/%0d%0aWARN%20Zilpzalp77"
      })
  void S6_log_holdsNothingThatUsersType_butHosts(String typed) {
    long asked = house.logs().text().length();

    house.connect(ada, typed).expectProblem(422, "address-refused");

    String said = house.logs().text().substring((int) asked);
    assertThat(logged(asked)).hasSize(1).allMatch(line -> line.matches("[ -~]{1,700}"));
    assertThat(Canary.found(said, "Zilpzalp77", House.DAV_PASSWORD, House.PASSWORD)).isEmpty();
    assertThat(said).doesNotContain("forged").doesNotContain("%0d");
  }

  @Test
  void S6_log_namesTheRequest() {
    long asked = house.logs().text().length();

    Answer answer = house.connect(ada, "https://10.0.0.5/");

    assertThat(logged(asked)).singleElement().asString().contains(answer.header("X-Request-Id"));
  }

  /** What the providers' log says since then. */
  private static List<String> logged(long since) {
    return house
        .logs()
        .text()
        .substring((int) since)
        .lines()
        .filter(line -> line.contains("dev.davit.providers"))
        .toList();
  }
}
