package dev.davit.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Quotas.Quota;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.SimulatedDeath;
import dev.davit.testkit.fault.TestContent;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests can do behind Davit's back. */
class MemoryServerTest {
  private final MemoryStorageProvider provider = MemoryStorageProvider.fields(new TestClock());
  private final MemoryServer server = provider.server();
  private final Authentication.Fields login = (Authentication.Fields) provider.authentication();

  @BeforeEach
  void addAccounts() {
    server.addAccount("alice", new Secret("one"));
    server.addAccount("bob", new Secret("two"));
  }

  @Test
  void verify_ofTheRightPassword_namesTheAccountTheSameEachTime() {
    Grant grant = login.verify(fields("alice", "one"));
    assertThat(grant.credential()).isEqualTo(fields("alice", "one"));
    assertThat(grant.subject()).isEqualTo(login.verify(fields("alice", "one")).subject());
    assertThat(grant.subject()).isNotEqualTo(login.verify(fields("bob", "two")).subject());
    assertThat(grant.label()).isEqualTo("alice");
  }

  @Test
  void verify_ofWrongOrMissingFields_isRefused() {
    assertFails(ErrorKind.CREDENTIALS_REFUSED, () -> login.verify(fields("alice", "two")));
    assertFails(ErrorKind.CREDENTIALS_REFUSED, () -> login.verify(fields("carol", "one")));
    assertFails(ErrorKind.INVALID_REQUEST, () -> login.verify(SecretFields.NONE));
  }

  @Test
  void aStorage_afterThePasswordChanged_asksForANewerOneOnce() {
    server.addAccount("alice", new Secret("new"));
    CredentialSource renewing =
        new CredentialSource() {
          @Override
          public VersionedCredential current() {
            return new VersionedCredential(1, fields("alice", "one"));
          }

          @Override
          public VersionedCredential rejected(long version) {
            return new VersionedCredential(version + 1, fields("alice", "new"));
          }
        };
    assertThat(provider.open(renewing).stat(EntryId.ROOT).isFolder()).isTrue();
    server.lockOut("alice");
    assertFails(ErrorKind.TOKEN_REJECTED, () -> provider.open(renewing).stat(EntryId.ROOT));
  }

  @Test
  void aStorage_lockedOut_keepsItsFiles() {
    EntryId id = open("alice", "one").createFolder(EntryId.ROOT, "kept").id();
    server.lockOut("alice");
    assertFails(ErrorKind.REAUTH_REQUIRED, () -> open("alice", "one").stat(id));
    server.addAccount("alice", new Secret("three"));
    assertThat(open("alice", "three").stat(id).name()).isEqualTo("kept");
    assertThat(server.look("alice").stat(id).name()).isEqualTo("kept");
  }

  @Test
  void accounts_seeNothingOfEachOther() {
    EntryId id = open("alice", "one").createFolder(EntryId.ROOT, "hers").id();
    assertFails(ErrorKind.NOT_FOUND, () -> open("bob", "two").stat(id));
    assertThat(open("bob", "two").list(new ListRequest(EntryId.ROOT, 10, null)).entries().isEmpty())
        .isTrue();
  }

  @Test
  void quota_thatIsUsedUp_refusesMore_butNotLess() {
    Storage storage = open("alice", "one");
    server.setQuota("alice", 10L);
    write(storage, "12345678");
    assertThat(storage.quotas().orElseThrow().quota()).isEqualTo(new Quota(8L, 2L, false));
    assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write(storage, "12345678901"));
    write(storage, "1234567890");
    assertThat(storage.quotas().orElseThrow().quota()).isEqualTo(new Quota(10L, 0L, false));
  }

  @Test
  void faults_onceAlwaysAndDown_untilMended() {
    Storage storage = open("alice", "one");
    server.faults().failOnce("stat", ErrorKind.LOCKED);
    assertFails(ErrorKind.LOCKED, () -> storage.stat(EntryId.ROOT));
    storage.stat(EntryId.ROOT);
    server.faults().fail("stat", ErrorKind.PROTOCOL);
    assertFails(ErrorKind.PROTOCOL, () -> storage.stat(EntryId.ROOT));
    assertFails(ErrorKind.PROTOCOL, () -> storage.stat(EntryId.ROOT));
    server.faults().down();
    assertFails(ErrorKind.UNAVAILABLE, () -> login.verify(fields("alice", "one")));
    server.faults().mend();
    storage.stat(EntryId.ROOT);
    assertThat(server.faults().calls("stat")).isEqualTo(5);
    assertThat(server.faults().calls("verify")).isEqualTo(1);
  }

  @Test
  void faults_aLostAnswer_isDoneAllTheSame() {
    Storage storage = open("alice", "one");
    server.faults().loseAnswerOnce("write");
    assertFails(ErrorKind.UNAVAILABLE, () -> write(storage, "x"));
    assertThat(server.look("alice").list(new ListRequest(EntryId.ROOT, 10, null)).entries())
        .hasSize(1);
    assertThat(server.unfinished("alice")).isZero();
  }

  @Test
  void faults_aWriteBrokenOff_leavesRemains_untilRecovered() {
    Storage storage = open("alice", "one");
    server.faults().breakOffNextWrite(3);
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "file", "tag-12345678");
    WriteRequest request =
        new WriteRequest(attempt, TestContent.of("12345"), null, ConflictPolicy.FAIL, null);
    assertFails(ErrorKind.UNAVAILABLE, () -> storage.write(request));
    assertThat(server.unfinished("alice")).isEqualTo(1);
    assertThat(storage.recover(attempt)).isEmpty();
    assertThat(server.unfinished("alice")).isZero();
  }

  @Test
  void aProcessThatDiesDuringAWrite_leavesRemains() {
    Storage storage = open("alice", "one");
    TestContent dying = TestContent.of("12345").withDeathAt(3);
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "file", "tag-12345678");
    WriteRequest request = new WriteRequest(attempt, dying, null, ConflictPolicy.FAIL, null);
    assertThatThrownBy(() -> storage.write(request)).isInstanceOf(SimulatedDeath.class);
    assertThat(server.unfinished("alice")).isEqualTo(1);
    assertThat(storage.recover(attempt)).isEmpty();
    assertThat(server.unfinished("alice")).isZero();
  }

  private Storage open(String username, String password) {
    return provider.open(new FixedCredentials(fields(username, password)));
  }

  private static void write(Storage storage, String text) {
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "file", "tag-12345678");
    storage.write(
        new WriteRequest(attempt, TestContent.of(text), null, ConflictPolicy.REPLACE, null));
  }

  private static SecretFields fields(String username, String password) {
    return new SecretFields(
        Map.of("username", new Secret(username), "password", new Secret(password)));
  }

  private static void assertFails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
