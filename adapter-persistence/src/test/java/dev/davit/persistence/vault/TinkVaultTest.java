package dev.davit.persistence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Sealer;
import dev.davit.ports.WrappedKey;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the vault refuses, and by which word. */
final class TinkVaultTest {
  private static final Owner ANNA = new Owner(new OwnerId("anna"), 1);
  private static final Owner BERT = new Owner(new OwnerId("bert"), 1);
  private static final Binding BINDING = new Binding(ANNA.key(), "c1", "webdav", "credential");
  private static final byte[] PLAIN = {1, 2, 3, 4, 5, 6, 7, 8};

  @TempDir Path folder;
  private TinkVault vault;
  private TinkVault stranger;

  @BeforeEach
  void setUp() {
    vault = TinkVault.openOrCreate(folder.resolve("keyset"), false);
    stranger = TinkVault.openOrCreate(folder.resolve("other"), false);
  }

  @Test
  void E1_keyNotInTheKeyset_isUnavailable() {
    Bytes sealed = stranger.house().seal(PLAIN, BINDING);
    WrappedKey wrapped = stranger.newKey(ANNA);

    refused(() -> vault.house().open(sealed, BINDING), ErrorKind.UNAVAILABLE);
    refused(() -> vault.of(ANNA, wrapped), ErrorKind.UNAVAILABLE);
  }

  @Test
  void E1_everyBitFlipped_isRefused() {
    WrappedKey key = vault.newKey(ANNA);
    Sealer owner = vault.of(ANNA, key);
    Bytes sealed = owner.seal(PLAIN, BINDING);
    for (int bit = 0; bit < sealed.length() * 8; bit++) {
      Bytes flipped = flip(sealed, bit);
      refused(() -> owner.open(flipped, BINDING), ErrorKind.INTEGRITY);
    }
    for (int bit = 0; bit < key.bytes().length() * 8; bit++) {
      WrappedKey flipped = new WrappedKey(flip(key.bytes(), bit));
      assertThatThrownBy(() -> vault.of(ANNA, flipped)).isInstanceOf(CloudException.class);
    }
  }

  @Test
  void E1_cutShort_isIntegrity() {
    Bytes sealed = vault.house().seal(PLAIN, BINDING);
    for (int length = 0; length < sealed.length(); length++) {
      Bytes cut = Bytes.of(java.util.Arrays.copyOf(sealed.toArray(), length));
      refused(() -> vault.house().open(cut, BINDING), ErrorKind.INTEGRITY);
    }
  }

  @Test
  void E1_valueOfOnePurposeInAnothersPlace_isIntegrity() {
    WrappedKey key = vault.newKey(ANNA);
    Sealer owner = vault.of(ANNA, key);
    Binding ofKey = new Binding(ANNA.key(), "", "", "owner-key");

    refused(() -> vault.house().open(key.bytes(), ofKey), ErrorKind.INTEGRITY);
    refused(() -> owner.open(vault.house().seal(PLAIN, BINDING), BINDING), ErrorKind.INTEGRITY);
    refused(() -> vault.house().open(owner.seal(PLAIN, BINDING), BINDING), ErrorKind.INTEGRITY);
    Bytes passedOff = vault.house().seal(new byte[32], ofKey);
    refused(() -> vault.of(ANNA, new WrappedKey(passedOff)), ErrorKind.INTEGRITY);
  }

  @Test
  void E2_keyOfAnotherOwnerOrGeneration_isIntegrity() {
    WrappedKey key = vault.newKey(ANNA);

    refused(() -> vault.of(BERT, key), ErrorKind.INTEGRITY);
    refused(() -> vault.of(new Owner(ANNA.id(), 2), key), ErrorKind.INTEGRITY);
  }

  @Test
  void E2_anotherKeyOfTheSameOwner_opensNothing() {
    Bytes sealed = vault.of(ANNA, vault.newKey(ANNA)).seal(PLAIN, BINDING);
    Sealer fresh = vault.of(ANNA, vault.newKey(ANNA));

    refused(() -> fresh.open(sealed, BINDING), ErrorKind.INTEGRITY);
  }

  @Test
  void E1_partsOfABinding_areNotJoined() {
    Sealer house = vault.house();
    List<Binding> bindings =
        List.of(
            new Binding("ab", "c", "d", "e"),
            new Binding("a", "bc", "d", "e"),
            new Binding("ab", "", "cd", "e"),
            new Binding("", "abc", "d", "e"),
            new Binding("ab", "c", "", "de"),
            new Binding("ab", "c", "d", "e\u0000"),
            new Binding("ab?", "c", "d", "e"),
            new Binding("ab\ud800", "c", "d", "e"));
    for (Binding sealedFor : bindings) {
      Bytes sealed = house.seal(PLAIN, sealedFor);
      for (Binding other : bindings) {
        if (!other.equals(sealedFor)) {
          refused(() -> house.open(sealed, other), ErrorKind.INTEGRITY);
        }
      }
    }
  }

  @Test
  void seal_twice_isNeverTheSame() {
    Sealer owner = vault.of(ANNA, vault.newKey(ANNA));
    Set<Bytes> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(owner.seal(PLAIN, BINDING))).isTrue();
    }
  }

  private static Bytes flip(Bytes bytes, int bit) {
    byte[] array = bytes.toArray();
    array[bit / 8] ^= (byte) (1 << (bit % 8));
    return Bytes.of(array);
  }

  private static void refused(ThrowingCallable call, ErrorKind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
