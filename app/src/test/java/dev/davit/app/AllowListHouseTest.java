package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.app.support.World;
import dev.davit.outbound.StubDns;
import dev.davit.outbound.Vectors;
import dev.davit.outbound.Vectors.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Nextcloud in a private range, which the operator has opened, and all that is next to it. */
class AllowListHouseTest {
  private static final String[] RULES = {
    "nextcloud.lan|192.168.1.10/32|443|https",
    "192.168.1.10|192.168.1.10/32|443|https",
    "nextcloud-rebind.lan|192.168.1.10/32|443|https",
    "nextcloud-lo.lan|192.168.1.10/32|443|https",
    "cidr.lan|192.168.1.11/32|443|https",
    "port.lan|192.168.1.10/32|5006|https",
    "scheme.lan|192.168.1.10/32|443|http",
    "moved.lan|192.168.1.10/32|443|https",
    "mixed.lan|192.168.1.10/32|443|https",
    "wide.lan|0.0.0.0/0|443|https"
  };

  @TempDir static Path place;
  private static StubDns names;
  private static GuardedHouse house;
  private static Client ada;

  @BeforeAll
  static void open() {
    names = GuardedHouse.names();
    for (String name : List.of("cidr", "port", "scheme", "unlisted", "x.nextcloud")) {
      names.put(name + ".lan", "192.168.1.10");
    }
    names.put("moved.lan", "192.168.1.11").put("mixed.lan", "192.168.1.10,192.168.1.11");
    names.put("wide.lan", "169.254.169.254");
    house = GuardedHouse.open(place, names, RULES);
    house.world().roads().lead(World.address("192.168.1.10"), house.world().foreignPort());
    ada = house.user("ada");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static List<Row> rows() {
    return Vectors.allowListed();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void S5_allowListRow_isJudgedByTheHouse(Row row) {
    if (row.allowed()) {
      house.connect(ada, row.url()).expect(201);
    } else {
      house.connect(ada, row.url()).expectProblem(422, "address-refused");
    }
    house.assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://nextcloud.lan/", "HTTPS://NextCloud.LAN.:443/"})
  void S5_listedNextcloud_works(String url) {
    String id = house.connect(ada, url).expect(201).text("id");

    ada.get("/api/cloud/connections/" + id + "/files/root/children").expect(200);
    house.assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://nextcloud.lan:8443/", // another port than the listed
        "http://nextcloud.lan:443/", // another scheme
        "https://x.nextcloud.lan/", // another name
        "https://unlisted.lan/", // a name that is not listed, of the same address
        "https://evil.example.org/", // a public name of the same address
        "https://cidr.lan/", // listed for another range
        "https://port.lan/", // listed for another port
        "https://port.lan:8443/",
        "https://scheme.lan/", // listed for another scheme
        "https://moved.lan/", // its address is no longer in the range
        "https://mixed.lan/", // one of its addresses is outside the range
        "https://wide.lan/", // metadata, which no rule opens
        "https://192.168.1.11/",
        "https://192.168.1.10:8443/"
      })
  void S5_nearMiss_isRefused(String url) {
    long before = house.world().roads().taken();

    house.connect(ada, url).expectProblem(422, "address-refused");

    assertThat(house.world().roads().taken()).isEqualTo(before);
    house.assertUnharmed();
  }

  @Test
  void S5_listedNameThatRebinds_isRefusedLater() {
    names.put("nextcloud-rebind.lan", "192.168.1.10");
    String id = house.connect(ada, "https://nextcloud-rebind.lan/").expect(201).text("id");

    names.put("nextcloud-rebind.lan", "169.254.169.254");
    ada.get("/api/cloud/connections/" + id + "/files/root").expectProblem(422, "address-refused");
    house.assertUnharmed();
  }
}
