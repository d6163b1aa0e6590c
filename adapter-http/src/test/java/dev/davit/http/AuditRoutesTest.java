package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditRoutesTest {
  private static final String OWN = "/api/audit";
  private static final String ALL = "/api/admin/audit";

  private final World world = new World();
  private final Client ann = world.nobody().login(World.ANN);
  private final Client admin = world.nobody().login(World.ADMIN);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void D4_own_showsOnesOwnEntriesAndNobodyElses() {
    Client bob = world.nobody().login(World.BOB);
    world.connect(ann);
    Reply mine = ann.get(OWN + "?action=connection.").is(200);
    assertThat(mine.items())
        .hasSize(1)
        .first()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("action", "connection.connected")
                    .containsEntry("outcome", "ok")
                    .containsEntry("owner", ann.get("/api/users/me").get("id")));
    assertThat(mine.text()).doesNotContain(World.STORAGE_PASSWORD.reveal());
    assertThat(bob.get(OWN + "?action=connection.").is(200).items()).isEmpty();
    admin.get(OWN).is(ProblemType.FORBIDDEN);
  }

  @Test
  void D4_all_goesOnPageByPageWithTheSameFilterOnly() {
    Reply first = admin.get(ALL + "?action=account.&limit=2").is(200);
    assertThat(first.items()).hasSize(2);
    String next = "&limit=2&page_token=" + first.get("next_page_token");
    assertThat(admin.get(ALL + "?action=account." + next).is(200).items()).hasSize(1);
    admin.get(ALL + "?action=connection." + next).is(ProblemType.INVALID_CURSOR);
  }

  @Test
  void D4_all_ofAnOwnerAndATime_isFiltered() {
    String id = ann.get("/api/users/me").get("id");
    assertThat(admin.get(ALL + "?owner=" + id).is(200).items()).hasSize(1);
    String now = world.clock.instant().plusSeconds(1).toString();
    assertThat(admin.get(ALL + "?from=" + now).is(200).items()).isEmpty();
    assertThat(admin.get(ALL + "?action=account.&to=" + now).is(200).items()).hasSize(3);
  }

  @Test
  void W3_filters_thatMeanNothing_areRefusedByName() {
    for (String bad :
        new String[] {"from=yesterday", "to=2026-13-01T00:00:00Z", "action=A'--", "owner="}) {
      Reply refused = admin.get(ALL + "?" + bad).is(ProblemType.INVALID_REQUEST);
      assertThat(refused.get("field")).isEqualTo(bad.substring(0, bad.indexOf('=')));
    }
  }

  @Test
  void D4_checkpoint_isAFileThatIsSigned() {
    Reply file = admin.get(ALL + "/checkpoint").is(200);
    assertThat(file.header("Content-Disposition")).startsWith("attachment;");
    assertThat(Checkpoint.parse(file.text()).isSigned()).isTrue();
  }
}
