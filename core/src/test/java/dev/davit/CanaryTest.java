package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.fields;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A secret goes through the flows and is looked for in whatever came out of them. */
public class CanaryTest extends FlowTest {
  private static final String CANARY = "canary-7f3a9c51";

  private final List<String> seen = new ArrayList<>();

  private void see(@Nullable Object something) {
    seen.add(String.valueOf(something));
  }

  private void seeFailure(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isNotNull();
    for (Throwable part = failure; part != null; part = part.getCause()) {
      see(part);
      List.of(part.getSuppressed()).forEach(this::see);
    }
  }

  @Test
  void E5_secret_isNowhere() {
    house.memory.server().addAccount("ann", new Secret(CANARY));
    Connections connections = house.davit.connections();
    seeFailure(() -> connections.connect(ANN, MEMORY, fields(CANARY, CANARY), null));
    Connection connection = connections.connect(ANN, MEMORY, fields("ann", CANARY), null);
    see(connection);
    see(house.davit.files().list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT)));
    for (ErrorKind kind : ErrorKind.values()) {
      house.memory.server().faults().fail("stat", kind);
      seeFailure(() -> house.davit.files().stat(ANN, connection.id(), EntryId.ROOT));
    }
    house.memory.server().faults().mend();
    connections.check(ANN, connection.id());
    seeAccount();
    seeStored(connection);
    see(house.audit());
    see(house.watcher.calls);

    byte[] raw = CANARY.getBytes(UTF_8);
    for (String form :
        List.of(
            CANARY,
            Base64.getEncoder().withoutPadding().encodeToString(raw),
            HexFormat.of().formatHex(raw))) {
      assertThat(seen).noneMatch(text -> text.contains(form));
    }
    assertThat(seen).hasSizeGreaterThan(ErrorKind.values().length);
  }

  private void seeAccount() {
    Accounts accounts = house.davit.accounts();
    see(accounts.register("ann@example.org", new Secret(CANARY)));
    Accounts.Login login = accounts.login("ann@example.org", new Secret(CANARY), "a");
    see(login);
    seeFailure(
        () ->
            accounts.changePassword(
                login.session(), new Secret(CANARY + "x"), new Secret("short")));
    assertThat(seen).noneMatch(text -> text.contains(login.token().reveal()));
  }

  private void seeStored(Connection connection) {
    house.stores.reading(
        tx -> {
          byte[] sealed = tx.credentials().find(connection.id()).orElseThrow().sealed().toArray();
          see(new String(sealed, ISO_8859_1));
          see(tx.credentials().find(connection.id()));
          see(tx.accounts().findByEmail("ann@example.org"));
          see(tx.owners().find(ANN.owner()));
          return true;
        });
  }
}
