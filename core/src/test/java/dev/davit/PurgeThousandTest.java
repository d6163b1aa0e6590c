package dev.davit;

import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Owner;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Very many owners leave, and the process that sees to it dies again and again. */
class PurgeThousandTest extends PurgeFlowTest {
  private static final int LONGEST_LIFE = 300;
  private static final int MOST_LIVES = 2000;
  private static final Duration LEASE = Duration.ofSeconds(16);

  private final SplittableRandom random = new SplittableRandom(82);
  private int deaths;

  private Purge leaving(int number) {
    String account = "leaver-" + number;
    Caller caller = Caller.of(account);
    house.memory.server().addAccount(account, new Secret(PASSWORD));
    house.oauth.oauth().addAccount(account);
    store(caller, "own.txt");
    house.connectOAuth(caller, account);
    Connection cloud = house.connect(caller, account);
    house.davit.defaultStorages().set(caller, MEMORY, cloud.id(), null);
    store(caller, "cloud.txt");
    return house.davit.owners().purge(caller.owner(), caller);
  }

  @Test
  void D2_aHundredDeletions_dyingAtRandom_leaveNothing_andOneEntryEach() {
    deletions(100);
  }

  @Test
  @Tag("long")
  void D2_aThousandDeletions_dyingAtRandom_leaveNothing_andOneEntryEach() {
    deletions(1000);
  }

  private void deletions(int owners) {
    List<Purge> purges = new ArrayList<>();
    IntStream.range(0, owners).forEach(i -> purges.add(leaving(i)));

    int lives = 0;
    while (live() && ++lives < MOST_LIVES) {
      house.clock.advance(LEASE);
    }
    house.steps.restart();
    house.later(Duration.ofMinutes(1));

    assertThat(deaths).isGreaterThan(owners / 10);
    purges.forEach(this::assertGone);
    assertThat(finals(house)).hasSize(owners).extracting(AuditEntry::outcome).containsOnly("ok");
    assertThat(house.ownFiles()).isEmpty();
    assertThat(house.davit.audit().verify(null, done -> {}).whole()).isTrue();
  }

  /** One process, until it dies; whether it did. */
  private boolean live() {
    house.steps.dieAt(random.nextInt(LONGEST_LIFE));
    try {
      house.build(house.vault).jobs().runDue();
      return false;
    } catch (Died died) {
      deaths++;
      return true;
    } finally {
      house.steps.restart();
    }
  }

  private void assertGone(Purge purge) {
    Purge over = house.davit.owners().purgeState(purge.id());
    Owner owner = over.owner();
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.documentsDeleted()).isEqualTo(2);
    assertThat(over.grantsLeft()).isZero();
    assertNothingHere(house, owner);
    assertThat(house.names(owner.id().value())).isEmpty();
    assertThat(house.oauth.oauth().alive(owner.id().value())).isZero();
  }
}
