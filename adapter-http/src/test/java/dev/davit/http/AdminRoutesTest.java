package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminRoutesTest {
  private final World world = new World();
  private final Client admin = world.nobody().login(World.ADMIN);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void users_inPages_areAllThere() {
    Reply first = admin.get("/api/admin/users?limit=2").is(200);
    assertThat(first.items()).hasSize(2);
    Reply second =
        admin.get("/api/admin/users?limit=2&page_token=" + first.get("next_page_token")).is(200);
    assertThat(second.items()).hasSize(1);
    assertThat(second.json()).containsOnlyKeys("items");
    assertThat(first.text() + second.text()).contains(World.ANN, World.BOB, World.ADMIN);
  }

  @Test
  void connections_ofNobody_areNotFound() {
    admin.get("/api/admin/users/AAAA/connections").is(ProblemType.NOT_FOUND);
  }
}
