package dev.davit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.MicrosoftCloud;
import dev.davit.app.support.Samples;
import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.Decision;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OneDrive. */
class OneDriveEndToEndTest extends OAuthEndToEndBench<MicrosoftCloud, MicrosoftAccount> {
  /** What SharePoint adds, here. */
  private static final int MORE = "<!-- SharePoint was here. -->".length();

  private @Nullable Client many;

  OneDriveEndToEndTest() {
    super("onedrive", "OneDrive");
  }

  @Override
  MicrosoftCloud start(Path folder) {
    return MicrosoftCloud.start(folder);
  }

  /** There is no revocation at Microsoft: nothing is asked, and the grant is as it was. */
  @Override
  void assertDisconnected(MicrosoftAccount account) {
    assertThat(cloud.grants(account)).isEqualTo(1);
    assertThat(cloud.microsoft().requests().count("POST", "revoke")).isZero();
    assertThat(new String(house.database().bytes(), UTF_8)).contains("not_revoked");
  }

  @Test
  void O5_cancelled_connectsNothing() {
    MicrosoftAccount account = cloud.account("dora@mail.example", "dora.txt");
    Client dora = house.user("dora");

    assertThat(cloud.connect(dora, account, Decision.CANCEL))
        .isEqualTo(landed("cloud_error=access-denied"));

    assertThat(dora.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
    assertThat(cloud.grants(account)).isZero();
    assertNoSecretIsAnywhere();
  }

  @ParameterizedTest
  @CsvSource({"small, 300000, 0", "parts, 17000000, 0", "hash, 300000, " + -29})
  void aRewriteAfterTheUpload_isNotedAndNothingIsRemoved(String name, int size, long told) {
    assertThat(MORE).isEqualTo(29);
    MicrosoftAccount account = cloud.account(name + "@mail.example", "hello.txt");
    Client user = house.user(name);
    connect(user, account);
    keepDocumentsThere(user);
    byte[] bytes = Samples.bytes(size);
    cloud.graph().faults().rewriting(true);
    cloud.graph().faults().misstatedSize(told);

    Answer stored = user.store(name + ".docx", bytes).expect(201);
    cloud.microsoft().clearFaults();

    JsonNode document = user.get(stored.header("Location")).expect(200).json();
    assertThat(document.path("state").asText()).isEqualTo("READY");
    assertThat(document.path("altered").asBoolean()).isTrue();
    assertThat(document.path("size").asInt()).isEqualTo(size);
    assertThat(document.path("sha256").asText()).isEqualTo(Samples.sha256(bytes));
    List<String> there = cloud.sha256(account, name + ".docx");
    assertThat(there).hasSize(1).doesNotContain(Samples.sha256(bytes));
    byte[] kept = user.get(stored.header("Location") + "/content").expect(200).bytes();
    assertThat(kept.length).isEqualTo(size + MORE);
    assertThat(Arrays.mismatch(kept, bytes)).isEqualTo(size);
  }

  /** What the token endpoint says, what is said here, and what becomes of the connection. */
  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, reauth-required, REQUIRES_REAUTH",
    "400, interaction_required, reauth-required, REQUIRES_REAUTH",
    "400, consent_required, reauth-required, REQUIRES_REAUTH",
    "401, invalid_client, misconfigured, ACTIVE",
    "400, unauthorized_client, misconfigured, ACTIVE",
    "400, invalid_scope, misconfigured, ACTIVE",
    "400, temporarily_unavailable, unavailable, ACTIVE"
  })
  void R5_onlyADeadGrant_changesAStatus(int code, String error, String problem, String status) {
    Client user = anybody();
    String connection = connectTo(user, error.replace('_', '-'));
    cloud.expireAccessTokens();
    String body = "{\"error\":\"%s\",\"error_description\":\"AADSTS1: no\",\"error_codes\":[1]}";
    Fault fault = Fault.answer(code, "application/json", body.formatted(error));
    cloud.microsoft().faults().inject(fault.at("/oauth2/v2.0/token").forever());

    Answer refused = user.get(root() + "&connection_id=" + connection);
    cloud.microsoft().clearFaults();

    assertThat(refused.text("type")).endsWith(problem);
    assertThat(user.get("/api/cloud/connections/" + connection).text("status")).isEqualTo(status);
  }

  /** One user for all of these, since each account has a password that is dear. */
  private Client anybody() {
    if (many == null) {
      many = house.user("many");
    }
    return many;
  }

  /** The connection of somebody new at Microsoft. */
  private String connectTo(Client user, String name) {
    String email = name + "@mail.example";
    cloud.connect(user, cloud.account(email, "hello.txt"));
    for (JsonNode one : user.get("/api/cloud/connections").expect(200).json().path("items")) {
      if (one.path("account_label").asText().equals(email)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError(email + " is not connected");
  }
}
