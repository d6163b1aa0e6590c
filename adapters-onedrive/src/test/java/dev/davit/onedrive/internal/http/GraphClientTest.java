package dev.davit.onedrive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.onedrive.OneDrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphClientTest {
  private final List<Long> rejected = new CopyOnWriteArrayList<>();
  private final List<String> bearers = new CopyOnWriteArrayList<>();

  private final CredentialSource credentials =
      new CredentialSource() {
        @Override
        public VersionedCredential current() {
          return credential(1);
        }

        @Override
        public VersionedCredential rejected(long version) {
          rejected.add(version);
          return credential(version + 1);
        }
      };

  private static VersionedCredential credential(long version) {
    return new VersionedCredential(
        version, new OAuthTokens(new Secret("token" + version), null, null, Set.of()));
  }

  /** Refuses the first token. */
  private Peer strict() {
    return new Peer(
        OneDrivePatience.usual(),
        exchange -> {
          String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          bearers.add(bearer);
          int status = bearer.equals("Bearer token1") ? 401 : 200;
          Peer.answer(exchange, status, "application/json", "{\"id\":\"x\",\"size\":3}");
        });
  }

  @Test
  void refusedToken_isReportedOnce_andTheRequestSentOnceMore() {
    try (Peer peer = strict()) {
      GraphClient graph = new GraphClient(peer.transport, peer.endpoints, credentials);
      Json json = graph.json(Call.of("GET", graph.at("me/drive", "$select", "id,a b")));
      assertThat(json.text("id")).isEqualTo("x");
      assertThat(json.number("size")).isEqualTo(3);
      assertThat(rejected).containsExactly(1L);
      assertThat(bearers).containsExactly("Bearer token1", "Bearer token2");
      assertThat(peer.requests).contains("GET /v1.0/me/drive?$select=id%2Ca%20b");
    }
  }

  @Test
  void preAuthenticatedAddress_neverSeesTheToken() {
    try (Peer peer = strict()) {
      GraphClient graph = new GraphClient(peer.transport, peer.endpoints, credentials);
      graph.bare(Call.of("GET", peer.endpoints.login().resolve("/download"))).close();
      assertThat(bearers).containsExactly("null");
      assertThat(rejected).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200,text/html,<html>,PROTOCOL",
    "200,application/json,'{\"error\":{\"code\":\"x\"}}',PROTOCOL",
    "200,application/json,'[1]',PROTOCOL",
    "200,application/json,'{\"a\":',PROTOCOL",
    "404,application/json,{},NOT_FOUND",
    "204,application/json,,",
    "200,application/json,'{\"id\":\"x\"}',"
  })
  void done_isNotFooled(int status, String type, @Nullable String body, @Nullable ErrorKind kind) {
    try (Peer peer = Peer.answering(status, type, body == null ? "" : body)) {
      GraphClient graph = new GraphClient(peer.transport, peer.endpoints, credentials);
      CloudException fault =
          catchThrowableOfType(
              CloudException.class, () -> graph.done(Call.of("DELETE", graph.at("x"))));
      assertThat(fault == null ? null : fault.kind()).isEqualTo(kind);
    }
  }

  @Test
  void segments_areEncodedWholly() {
    assertThat(GraphPath.child("b!1", "01", "100% #1 'a'+b;:~*.txt"))
        .isEqualTo("drives/b%211/items/01:/100%25%20%231%20%27a%27%2Bb%3B%3A~%2A.txt:");
  }
}
