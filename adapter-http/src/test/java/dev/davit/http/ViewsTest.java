package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.Credential;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be answered at all, read from the types. */
class ViewsTest {
  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Long.class,
          long.class,
          int.class,
          boolean.class,
          Boolean.class,
          Instant.class,
          List.class,
          Map.class);

  private static final List<Class<?>> SECRETS =
      List.of(Secret.class, Credential.class, SecretFields.class, OAuthTokens.class, Bytes.class);

  @Test
  void E6_views_reachNoSecret() {
    Set<Class<?>> reached = new HashSet<>();
    Arrays.stream(View.class.getPermittedSubclasses()).forEach(view -> reach(view, reached));
    assertThat(reached).contains(ConnectionView.class, Problem.class, String.class);
    assertThat(reached).doesNotContainAnyElementsOf(SECRETS);
    reached.removeIf(type -> PLAIN.contains(type) || View.class.isAssignableFrom(type));
    assertThat(reached).as("types that are neither plain nor views").isEmpty();
  }

  private static void reach(Type type, Set<Class<?>> reached) {
    if (type instanceof ParameterizedType generic) {
      reach(generic.getRawType(), reached);
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> reach(part, reached));
    } else if (type instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> reach(bound, reached));
    } else if (type instanceof Class<?> plain && reached.add(plain) && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        reach(component.getGenericType(), reached);
      }
    }
  }

  @Test
  void E6_connections_areShownInOneWayOnly() {
    assertThat(Arrays.stream(View.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .filteredOn(name -> name.contains("Connection"))
        .containsExactly("ConnectionView");
  }

  @Test
  void E6_json_refusesWhatIsNoView() {
    assertThatThrownBy(() -> Json.of(Map.of("a", new Secret("canary"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void E6_viewsWithTokens_doNotShowThemInTheLog() {
    UserView user = new UserView("id", "a@example.org", "USER", Instant.EPOCH, "canary");
    assertThat(user + "" + new LoginView("canary", "Bearer", "canary", 1, user))
        .doesNotContain("canary");
  }

  @Test
  void json_halfASurrogatePair_isReplaced() {
    assertThat(new String(Json.of(new StatusView("a\ud800b")), StandardCharsets.UTF_8))
        .isEqualTo("{\"status\":\"a\ufffdb\"}");
  }
}
