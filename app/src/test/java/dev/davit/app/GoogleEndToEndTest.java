package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.drive.DriveScope;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Google Drive. */
class GoogleEndToEndTest extends OAuthEndToEndBench<GoogleCloud, GoogleAccount> {
  GoogleEndToEndTest() {
    super("google_drive", "Google Drive");
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
  void D3_disconnect_revokesOnlyWhatNobodyElseUses() {
    GoogleAccount account = cloud.account("both@gmail.example", "both.txt");
    Client ann = house.user("ann");
    Client bob = house.user("bob");
    String anns = connect(ann, account);
    String bobs = connect(bob, account);

    ann.delete("/api/cloud/connections/" + anns).expect(204);

    assertThat(cloud.grants(account)).isPositive();
    bob.get(root()).expect(200);
    bob.delete("/api/cloud/connections/" + bobs).expect(204);
    assertThat(cloud.grants(account)).isZero();
  }

  @Test
  void O5_O6_deniedOrNotAllAllowed_connectsNothing() {
    GoogleAccount account = cloud.account("dora@gmail.example", "dora.txt");
    Client dora = house.user("dora");

    assertThat(cloud.connect(dora, account, Decision.deny()))
        .isEqualTo(landed("cloud_error=access-denied"));
    assertThat(cloud.connect(dora, account, Decision.without(DriveScope.FULL.scope())))
        .isEqualTo(landed("cloud_error=missing-scope"));

    assertThat(dora.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
    assertThat(cloud.grants(account)).as("what nobody uses is revoked").isZero();
    assertNoSecretIsAnywhere();
  }

  @Test
  void frontendElsewhere_completesWhatItsUserBegan() {
    GoogleAccount account = cloud.account("fay@gmail.example", "fay.txt");
    Map<String, String> settings = new HashMap<>(cloud.settings());
    settings.put("DAVIT_FRONTEND_URL", "https://app.example.org/storage");
    try (House other = House.open(place.resolve("other"), settings)) {
      Client fay = other.user("fay");

      String landed = cloud.connect(fay, account, Decision.allow());

      String start = "https://app.example.org/storage#cloud_handle=";
      assertThat(landed).startsWith(start);
      String handle = landed.substring(start.length());
      other
          .user("gil")
          .post("/api/cloud/oauth/complete", Map.of("handle", "made up"))
          .expectProblem(400, "invalid-flow");
      Answer connected =
          fay.with("Origin", "https://app.example.org")
              .post("/api/cloud/oauth/complete", Map.of("handle", handle))
              .expect(200);
      assertThat(connected.text("account_label")).isEqualTo("fay@gmail.example");
      assertThat(connected.header("Access-Control-Allow-Origin"))
          .isEqualTo("https://app.example.org");
      assertThat(Canary.found(other.logs().text(), cloud.secrets())).isEmpty();
      assertThat(Canary.found(other.logs().text(), handle)).isEmpty();
    }
  }
}
