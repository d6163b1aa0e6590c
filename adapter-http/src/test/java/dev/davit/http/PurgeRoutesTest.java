package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurgeRoutesTest {
  private static final String ME = "/api/users/me";
  private static final String RIGHT = "{'password':'" + Client.PASSWORD + "'}";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void D1_deleteOwn_endsEverythingAndAnybodyWithTheIdMayFollow() {
    Client ann = world.nobody().loginAsPage(World.ANN);
    String connection = world.connect(ann);
    Reply begun = ann.json("DELETE", ME, RIGHT).is(202);
    assertThat(begun.header("Set-Cookie")).startsWith("davit=; Path=/; Max-Age=0;");
    assertThat(begun.json()).containsEntry("state", "RUNNING").containsEntry("connections", 1L);
    ann.get("/api/cloud/connections/" + connection).is(ProblemType.UNAUTHENTICATED);
    refused(World.ANN);
    world.clock.advance(Duration.ofMinutes(5));
    world.davit.jobs().runDue();
    Reply done = world.nobody().get(begun.header("Location")).is(200);
    assertThat(done.json()).containsEntry("state", "DONE").containsKey("finished_at");
    assertThat(done.text()).doesNotContain("ann").doesNotContain(connection);
  }

  @Test
  void D1_deleteOwn_wrongPassword_namesTheFieldAndChangesNothing() {
    Client ann = world.nobody().login(World.ANN);
    Reply refused = ann.json("DELETE", ME, "{'password':'wrong password'}");
    assertThat(refused.is(ProblemType.INVALID_REQUEST).get("field")).isEqualTo("password");
    ann.get(ME).is(200);
  }

  @Test
  void D1_delete_byAnAdmin_isListed() {
    Client admin = world.nobody().login(World.ADMIN);
    String id = world.nobody().login(World.ANN).get(ME).is(200).get("id");
    String purge = admin.delete("/api/admin/users/" + id).is(202).get("id");
    refused(World.ANN);
    assertThat(admin.get("/api/admin/purges").is(200).items())
        .anySatisfy(item -> assertThat(item).containsEntry("id", purge));
    admin.delete("/api/admin/users/" + id).is(ProblemType.NOT_FOUND);
  }

  private void refused(String email) {
    String login = "{'email':'%s','password':'%s'}".formatted(email, Client.PASSWORD);
    world.nobody().post("/api/auth/login", login).is(ProblemType.UNAUTHENTICATED);
  }
}
