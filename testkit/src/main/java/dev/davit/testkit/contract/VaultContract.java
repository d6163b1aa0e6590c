package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Kinds.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Vault} must do. */
public abstract class VaultContract {
  private static final byte[] PLAIN = "a refresh token".getBytes(StandardCharsets.UTF_8);
  private static final Owner ALICE = new Owner(new OwnerId("alice"), 1);
  private static final Owner BOB = new Owner(new OwnerId("bob"), 1);
  private static final Binding HERE = new Binding(ALICE.key(), "conn1", "webdav", "credential");

  /** A vault with a new keyset of its own. */
  protected abstract Vault open();

  @Test
  void open_ofWhatWasSealed_answersIt() {
    Vault vault = open();
    for (Sealer sealer : sealers(vault)) {
      for (byte[] plain : List.of(PLAIN, new byte[0], new byte[100_000])) {
        assertThat(sealer.open(sealer.seal(plain, HERE), HERE)).isEqualTo(plain);
      }
    }
  }

  @Test
  void open_underTheSameKeyTakenAgain_answersIt() {
    Vault vault = open();
    WrappedKey key = vault.newKey(ALICE);
    Bytes sealed = vault.of(ALICE, key).seal(PLAIN, HERE);
    assertThat(vault.of(ALICE, key).open(sealed, HERE)).isEqualTo(PLAIN);
  }

  @Test
  void E1_seal_twice_differs_andHidesThePlainText() {
    for (Sealer sealer : sealers(open())) {
      Bytes first = sealer.seal(PLAIN, HERE);
      assertThat(sealer.seal(PLAIN, HERE)).isNotEqualTo(first);
      assertThat(new String(first.toArray(), StandardCharsets.ISO_8859_1))
          .doesNotContain("refresh");
    }
  }

  @Test
  void E1_open_forAnotherBinding_isRefused() {
    List<Binding> others =
        List.of(
            new Binding(BOB.key(), "conn1", "webdav", "credential"),
            new Binding("", "conn1", "webdav", "credential"),
            new Binding(ALICE.key(), "conn2", "webdav", "credential"),
            new Binding(ALICE.key(), "conn1", "nextcloud", "credential"),
            new Binding(ALICE.key(), "conn1", "webdav", "session"),
            new Binding(ALICE.key(), "conn1webdav", "", "credential"),
            new Binding(ALICE.key(), "conn1", "webda", "vcredential"),
            new Binding(ALICE.key() + "conn1", "", "webdav", "credential"),
            new Binding("conn1", ALICE.key(), "webdav", "credential"));
    for (Sealer sealer : sealers(open())) {
      Bytes sealed = sealer.seal(PLAIN, HERE);
      for (Binding other : others) {
        assertFails(ErrorKind.INTEGRITY, () -> sealer.open(sealed, other));
      }
    }
  }

  @Test
  void E1_open_withAnyBitFlipped_isRefused() {
    for (Sealer sealer : sealers(open())) {
      Bytes sealed = sealer.seal(PLAIN, HERE);
      IntStream.range(0, sealed.length() * 8)
          .forEach(bit -> assertRefused(sealer, flipped(sealed, bit), bit / 8));
    }
  }

  @Test
  void E1_open_ofWhatIsCutOrLonger_isRefused() {
    for (Sealer sealer : sealers(open())) {
      byte[] sealed = sealer.seal(PLAIN, HERE).toArray();
      for (int length = 0; length <= sealed.length + 1; length++) {
        if (length != sealed.length) {
          assertRefused(sealer, Bytes.of(Arrays.copyOf(sealed, length)), sealed.length);
        }
      }
    }
  }

  @Test
  void E1_open_underAnotherOwnersKey_isRefused() {
    Vault vault = open();
    Sealer alice = vault.of(ALICE, vault.newKey(ALICE));
    Sealer bob = vault.of(BOB, vault.newKey(BOB));
    Bytes sealed = alice.seal(PLAIN, HERE);
    assertFails(ErrorKind.INTEGRITY, () -> bob.open(sealed, HERE));
  }

  @Test
  void E1_of_aKeyWrappedForAnother_isRefused() {
    Vault vault = open();
    WrappedKey key = vault.newKey(ALICE);
    Owner nextAlice = new Owner(ALICE.id(), 2);
    assertFails(ErrorKind.INTEGRITY, () -> vault.of(BOB, key));
    assertFails(ErrorKind.INTEGRITY, () -> vault.of(nextAlice, key));
  }

  @Test
  void E1_of_anAlteredKey_isRefused() {
    Vault vault = open();
    Bytes key = vault.newKey(ALICE).bytes();
    for (int bit = 40; bit < key.length() * 8; bit++) {
      WrappedKey altered = new WrappedKey(flipped(key, bit));
      assertFails(ErrorKind.INTEGRITY, () -> vault.of(ALICE, altered));
    }
  }

  @Test
  void E1_anUnknownKeyId_isUnavailable_notAltered() {
    Vault vault = open();
    Vault other = open();
    Bytes sealed = other.house().seal(PLAIN, HERE);
    WrappedKey key = other.newKey(ALICE);
    assertFails(ErrorKind.UNAVAILABLE, () -> vault.house().open(sealed, HERE));
    assertFails(ErrorKind.UNAVAILABLE, () -> vault.of(ALICE, key));
  }

  @Test
  void E2_newKey_isAnotherEachTime() {
    Vault vault = open();
    WrappedKey first = vault.newKey(ALICE);
    WrappedKey second = vault.newKey(ALICE);
    Bytes sealed = vault.of(ALICE, first).seal(PLAIN, HERE);
    assertFails(ErrorKind.INTEGRITY, () -> vault.of(ALICE, second).open(sealed, HERE));
  }

  /** In the first five bytes the id of the key may stand, where a flip names an unknown one. */
  private static void assertRefused(Sealer sealer, Bytes altered, int position) {
    try {
      sealer.open(altered, HERE);
    } catch (CloudException refused) {
      boolean unknownKey = refused.kind() == ErrorKind.UNAVAILABLE && position < 5;
      assertThat(unknownKey || refused.kind() == ErrorKind.INTEGRITY).as("%s", refused).isTrue();
      return;
    }
    throw new AssertionError("an altered ciphertext was opened, changed at byte " + position);
  }

  private static List<Sealer> sealers(Vault vault) {
    return List.of(vault.house(), vault.of(ALICE, vault.newKey(ALICE)));
  }

  private static Bytes flipped(Bytes sealed, int bit) {
    byte[] bytes = sealed.toArray();
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return Bytes.of(bytes);
  }
}
