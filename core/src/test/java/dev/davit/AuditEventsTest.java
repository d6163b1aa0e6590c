package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is audited beside what flows through connections: failures, admins, keys. */
public class AuditEventsTest extends FlowTest {
  private static final Caller ADMIN = new Caller(BOB.owner(), "bob", "request-9");

  private List<AuditEntry> of(String action) {
    return house.audit().stream().filter(entry -> entry.action().equals(action)).toList();
  }

  private static AuditEntry.Personal who(AuditEntry entry) {
    return Objects.requireNonNull(entry.personal());
  }

  private void use(Connection connection) {
    failure(() -> house.davit.files().list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT)));
  }

  @Test
  void refreshThatFails_isToldOnceAnHour_andByWhoseRequest() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.oauth.oauth().faults().fail("refresh", MemoryOAuthFaults.unavailable());
    house.clock.advance(Duration.ofHours(2));

    use(connection);
    house.clock.advance(Duration.ofMinutes(10));
    use(connection);
    assertThat(of("connection.refresh_failed")).hasSize(1);
    house.clock.advance(Duration.ofMinutes(51));
    use(connection);

    assertThat(of("connection.refresh_failed"))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.outcome()).isEqualTo("unavailable");
              assertThat(who(entry).owner()).isEqualTo(connection.owner().key());
              assertThat(who(entry).actor()).isEqualTo("ann");
              assertThat(who(entry).requestId()).isEqualTo("request-1");
              assertThat(who(entry).detail())
                  .isEqualTo(connection.provider() + " " + connection.id());
            });
    assertThat(of("connection.requires_reauth")).isEmpty();
  }

  @Test
  void refreshWithAClientThatIsRefused_isToldAsTheOperatorsFault() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.oauth.oauth().faults().fail("refresh", MemoryOAuthFaults.invalidClient());
    house.clock.advance(Duration.ofHours(2));

    use(connection);

    assertThat(of("connection.refresh_failed"))
        .extracting(AuditEntry::outcome)
        .containsExactly("misconfigured");
  }

  @Test
  void whatAdminsDo_isTold_withTheirNames() {
    Connection connection = house.connectAnn();

    house.davit.connections().listOf(ANN.owner(), ADMIN);
    AuditPage first = house.davit.audit().all(ADMIN, AuditQuery.ALL, 1, null);
    house.davit.audit().all(ADMIN, AuditQuery.ALL, 1, first.nextPageToken());
    house.davit.audit().export(entry -> {});

    AuditEntry listed = of("admin.connections_listed").get(0);
    assertThat(who(listed).owner()).isEqualTo(connection.owner().key());
    assertThat(who(listed).actor()).isEqualTo("bob");
    assertThat(who(listed).requestId()).isEqualTo("request-9");
    assertThat(of("admin.audit_read")).hasSize(1);
    assertThat(who(of("admin.audit_read").get(0)).actor()).isEqualTo("bob");
    assertThat(who(of("admin.audit_exported").get(0)).actor()).isEqualTo("operator");
  }

  @Test
  void accounts_areTold_byWhomTheyWereMade() {
    Accounts accounts = house.davit.accounts();
    Secret password = new Secret("correct horse battery");
    Account own = accounts.register("own@example.org", password);
    Account added = accounts.add("added@example.org", password, Account.Role.ADMIN);

    assertThat(who(of("account.registered").get(0)).actor()).isEqualTo(own.id().value());
    assertThat(who(of("account.added").get(0)).actor()).isEqualTo("operator");
    assertThat(who(of("account.added").get(0)).owner()).contains(added.id().value());
  }

  @Test
  void D1_purgeThatAnAdminAskedFor_saysWhoEvenAfterwards_butNotOfWhom() {
    house.connectAnn();
    house.davit.owners().purge(ANN.owner(), ADMIN);
    house.later(Duration.ofMinutes(1));

    AuditEntry asked = of("owner.purge_requested").get(0);
    assertThat(who(asked).actor()).isEqualTo("bob");
    assertThat(who(asked).owner()).isEmpty();
    assertThat(who(asked).detail()).isEqualTo("memory");
  }

  @Test
  void keyTurn_isToldOnceOverAllNodesAndStarts() {
    Davit other = house.build(house.vault);
    house.davit.audit().noteKey("1001");
    other.audit().noteKey("1001");
    house.davit.audit().noteKey("1001");
    other.audit().noteKey("2002");
    house.davit.audit().noteKey("2002");

    assertThat(of("vault.key_turned"))
        .extracting(AuditEntry::outcome)
        .containsExactly("1001", "2002");
  }

  @Test
  void everyActionThatCanBeTold_isInTheManual_andNoOther() throws IOException {
    Pattern action =
        Pattern.compile("(account|admin|cloud|connection|login|oauth|owner|vault)\\.[a-z_]+");
    TreeSet<String> told = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Pattern.compile("\"(" + action + ")\"")
            .matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1))
            .forEach(told::add);
      }
    }
    told.removeAll(
        List.of(
            "connection.disconnect", "owner.purge", "login.pending", "login.done", "login.over"));
    String manual = Files.readString(Path.of("../docs/operations.md"));
    String table = manual.substring(manual.indexOf("## What is audited"));
    TreeSet<String> documented = new TreeSet<>();
    Pattern.compile("(?m)^\\| `(" + action + ")`")
        .matcher(table)
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(documented::add);
    assertThat(documented).isEqualTo(told);
  }
}
