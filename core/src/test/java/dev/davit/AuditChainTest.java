package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.ports.CloudException;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.testkit.memory.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the log is as it was written, and who finds out. */
class AuditChainTest {
  private static final int LENGTH = 60;
  private static final int PLACES = 1000;

  private final TestHouse house = TestHouse.inMemory();
  private final AuditLog log = new AuditLog(new SequentialIds());
  private final Random random = new Random(8);

  @BeforeEach
  void fill() {
    add(house, LENGTH);
  }

  private void add(TestHouse to, int count) {
    for (int i = 0; i < count; i++) {
      String detail = "entry " + i;
      String owner = i % 2 == 0 ? "1:ann" : "1:bob";
      to.stores.inTransaction(
          tx -> {
            log.record(tx, "test.done", "ok", owner, Actor.DAVIT, detail);
            return true;
          });
    }
  }

  private static AuditVerdict verdict(List<AuditEntry> entries, @Nullable Checkpoint trusted) {
    return Audit.verify(entries.iterator(), trusted, done -> {});
  }

  @Test
  void D4_chain_tamperedAtAThousandPlaces_isNamedByItsFirstBadNumber() {
    List<AuditEntry> whole = house.audit();
    Checkpoint trusted = house.davit.audit().checkpoint();
    for (int i = 0; i < PLACES; i++) {
      List<AuditEntry> entries = new ArrayList<>(whole);
      long bad = tamper(entries, i % 5, random.nextInt(LENGTH - 1));

      AuditVerdict verdict = verdict(entries, trusted);

      assertThat(verdict.firstBad()).as("kind %s, round %s", i % 5, i).isEqualTo(bad);
      assertThat(verdict.entries()).isEqualTo(bad - 1);
    }
  }

  /** Tampers at a place and answers the sequence number that must be named. */
  private int tamper(List<AuditEntry> entries, int kind, int place) {
    AuditEntry entry = entries.get(place);
    switch (kind) {
      case 0 -> entries.set(place, edited(entry, place % 2 == 0));
      case 1 -> entries.remove(place);
      case 2 -> {
        entries.set(place, at(entries.get(place + 1), place + 1));
        entries.set(place + 1, at(entry, place + 2));
      }
      case 3 -> entries.subList(place, LENGTH).clear();
      default -> {
        int to = place + 1 + random.nextInt(LENGTH - 1 - place);
        entries.set(to, at(entry, to + 1));
        return to + 1;
      }
    }
    return place + 1;
  }

  private static AuditEntry edited(AuditEntry entry, boolean personal) {
    AuditEntry.Personal was = Objects.requireNonNull(entry.personal());
    return new AuditEntry(
        entry.sequence(),
        entry.at(),
        entry.action(),
        personal ? entry.outcome() : "refused",
        personal ? new AuditEntry.Personal(was.owner(), "eve", "", was.detail(), was.salt()) : was,
        entry.personalDigest(),
        entry.previous(),
        entry.hash());
  }

  private static AuditEntry at(AuditEntry entry, long sequence) {
    return new AuditEntry(
        sequence,
        entry.at(),
        entry.action(),
        entry.outcome(),
        entry.personal(),
        entry.personalDigest(),
        entry.previous(),
        entry.hash());
  }

  @Test
  void D4_verify_saysInWordsWhatIsWrong() {
    List<AuditEntry> whole = house.audit();
    Checkpoint trusted = house.davit.audit().checkpoint();

    assertThat(verdict(whole.subList(1, LENGTH), null).problem()).contains("missing");
    assertThat(verdict(whole.subList(0, 7), trusted).problem()).contains("cut off after entry 7");
    assertThat(verdict(List.of(edited(whole.get(0), true)), null).problem()).contains("edited");
    assertThat(verdict(List.of(whole.get(0), whole.get(0)), null).problem())
        .contains("Out of order");
  }

  @Test
  void D4_checkpoint_findsAChainThatWasWrittenAnew() {
    Checkpoint trusted = house.davit.audit().checkpoint();
    TestHouse other = TestHouse.inMemory();
    add(other, LENGTH);

    assertThat(verdict(other.audit(), null).whole()).isTrue();
    assertThat(verdict(other.audit(), trusted).firstBad()).isEqualTo(LENGTH);
    assertThat(verdict(other.audit(), trusted).problem()).contains("another chain");
  }

  @Test
  void D4_checkpoint_altered_orOfAnotherServer_isRefused() {
    Checkpoint ours = house.davit.audit().checkpoint();
    Checkpoint altered =
        new Checkpoint(3, ours.hash(), ours.at(), ours.publicKey(), ours.signature());
    Checkpoint others = TestHouse.inMemory().davit.audit().checkpoint();

    assertThatThrownBy(() -> verdict(house.audit(), altered)).isInstanceOf(CloudException.class);
    assertThatThrownBy(() -> house.davit.audit().verify(others, done -> {}))
        .isInstanceOf(CloudException.class);
    assertThatThrownBy(() -> Checkpoint.parse("davit-checkpoint-1 x"))
        .isInstanceOf(CloudException.class);
  }

  @Test
  void D4_checkpoint_asText_isTheSame_andHoldsWhileTheLogGrows() {
    Checkpoint trusted = Checkpoint.parse(house.davit.audit().checkpoint().toText());
    add(house, 3);

    AuditVerdict verdict = house.davit.audit().verify(trusted, done -> {});

    assertThat(verdict).isEqualTo(new AuditVerdict(LENGTH + 3, 0, ""));
  }

  @Test
  void D4_erasing_breaksNothing() {
    house.stores.inTransaction(tx -> tx.audit().erase(AuditFilter.ALL, 30));

    assertThat(house.davit.audit().verify(null, done -> {}).whole()).isTrue();
  }

  @Test
  void verify_ofMorePagesThanOne_tellsHowFarItIs() {
    add(house, 1000);
    List<Long> told = new ArrayList<>();

    AuditVerdict verdict = house.davit.audit().verify(null, told::add);

    assertThat(verdict.entries()).isEqualTo(LENGTH + 1000);
    assertThat(told).containsExactly(1000L);
  }

  @Test
  void export_handsOutAllInOrder() {
    List<AuditEntry> out = new ArrayList<>();
    Checkpoint end = house.davit.audit().export(out::add);

    assertThat(out).isEqualTo(house.audit());
    assertThat(verdict(out, end)).isEqualTo(new AuditVerdict(LENGTH + 1, 0, ""));
  }

  @Test
  void export_whileOthersWrite_endsWhereItIsSigned() {
    List<AuditEntry> out = new ArrayList<>();
    Checkpoint end =
        house
            .davit
            .audit()
            .export(
                entry -> {
                  out.add(entry);
                  add(house, 50);
                });

    assertThat(out).hasSize(LENGTH + 1);
    assertThat(end.sequence()).isEqualTo(LENGTH + 1);
  }

  @Test
  void export_ofMorePagesThanOne_isWhole() {
    add(house, 2 * AuditEntries.PAGE);
    List<AuditEntry> out = new ArrayList<>();
    Checkpoint end = house.davit.audit().export(out::add);

    assertThat(verdict(out, end)).isEqualTo(new AuditVerdict(LENGTH + 2001, 0, ""));
  }

  @Test
  void own_showsOnlyTheCallersEntries_newestFirst_inPages() {
    AuditPage first = house.davit.audit().own(ANN, AuditQuery.ALL, 20, null);
    AuditPage second = house.davit.audit().own(ANN, AuditQuery.ALL, 20, first.nextPageToken());

    assertThat(first.items()).hasSize(20).extracting(AuditEntry::sequence).startsWith(59L, 57L);
    assertThat(second.items()).hasSize(10).extracting(AuditEntry::sequence).endsWith(3L, 1L);
    assertThat(second.nextPageToken()).isNull();
    assertThatThrownBy(
            () -> house.davit.audit().own(BOB, AuditQuery.ALL, 20, first.nextPageToken()))
        .isInstanceOf(CloudException.class);
  }

  @Test
  void all_takesFilters() {
    Audit audit = house.davit.audit();

    assertThat(audit.all(ANN, AuditQuery.ALL, 1000, null).items()).hasSize(LENGTH);
    assertThat(audit.all(ANN, of("test.", "ok"), 1000, null).items()).hasSize(LENGTH);
    assertThat(audit.all(ANN, of("test.done", "refused"), 1000, null).items()).isEmpty();
    assertThat(audit.all(ANN, new AuditQuery(BOB.owner(), null, null, null, null), 9, null).items())
        .extracting(AuditEntry::sequence)
        .startsWith(60L, 58L);
  }

  private static AuditQuery of(String action, String outcome) {
    return new AuditQuery(null, action, outcome, null, null);
  }
}
