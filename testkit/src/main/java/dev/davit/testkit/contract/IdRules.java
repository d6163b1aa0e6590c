package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Ids that are none: forged, cut, altered, made up. Each real one has one spelling. */
interface IdRules extends StorageFixture {
  /** What base64url is made of. */
  String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @Test
  default void id_isTheSameEachTime_andShortEnough() {
    Entry file = writeText(EntryId.ROOT, "file", "x");
    assertThat(storage().stat(file.id()).id()).isEqualTo(file.id());
    assertThat(all(EntryId.ROOT, 10)).extracting(Entry::id).containsExactly(file.id());
    assertThat(file.id()).isNotEqualTo(EntryId.ROOT);
  }

  @Test
  default void W3_id_thatIsForged_isNotFound_whateverIsDoneWithIt() {
    Entry file = writeText(EntryId.ROOT, "file", "precious");
    for (String forged :
        List.of("x", "root2", "ROOT", "AAAAAAAAAAAA", "_", "-", "0".repeat(1024))) {
      for (ThrowingCallable use : usesOf(new EntryId(forged))) {
        assertFails(ErrorKind.NOT_FOUND, use);
      }
    }
    for (String path :
        List.of("..", "../..", "/", "/etc/passwd", "..\\..", "./file", "a/../file")) {
      for (ThrowingCallable use : usesOf(encoded(path))) {
        assertFails(ErrorKind.NOT_FOUND, use);
      }
    }
    assertThat(all(EntryId.ROOT, 10)).containsExactly(file);
    assertThat(text(file.id())).isEqualTo("precious");
  }

  @Test
  default void id_thatIsAltered_isNotFound() {
    Entry folder = folder("a folder");
    Entry file = writeText(folder.id(), "a file", "x");
    Set<EntryId> real = Set.of(EntryId.ROOT, folder.id(), file.id());
    for (String altered : alterations(file.id().value())) {
      assertNotFoundOrReal(altered, real);
    }
    for (String altered : alterations(folder.id().value())) {
      assertNotFoundOrReal(altered, real);
    }
  }

  @Test
  default void id_atRandom_isNotFound() {
    Entry file = writeText(EntryId.ROOT, "file", "x");
    Set<EntryId> real = Set.of(EntryId.ROOT, file.id());
    Random random = new Random(20260101);
    for (int i = 0; i < 300; i++) {
      assertNotFoundOrReal(random(random, 1 + random.nextInt(i < 290 ? 60 : 1024)), real);
    }
  }

  @Test
  default void id_ofAnEntryThatIsGone_isNotFound_whateverIsDoneWithIt() {
    EntryId gone = folder("gone").id();
    storage().delete(gone);
    for (ThrowingCallable use : usesOf(gone)) {
      assertFails(ErrorKind.NOT_FOUND, use);
    }
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  @Test
  default void id_ofAFile_neverLeadsToAFolder() {
    EntryId file = writeText(EntryId.ROOT, "name", "x").id();
    storage().delete(file);
    Entry folder = folder("name");
    Entry inside = writeText(folder.id(), "inside", "precious");
    assertOfAnotherKind(file);
    assertThat(all(folder.id(), 10)).containsExactly(inside);
  }

  @Test
  default void id_ofAFolder_neverLeadsToAFile() {
    EntryId folder = folder("name").id();
    storage().delete(folder);
    Entry file = writeText(EntryId.ROOT, "name", "precious");
    assertOfAnotherKind(folder);
    assertThat(all(EntryId.ROOT, 10)).containsExactly(file);
  }

  private void assertOfAnotherKind(EntryId id) {
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(id));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().delete(id));
  }

  private List<ThrowingCallable> usesOf(EntryId id) {
    return List.of(
        () -> storage().stat(id),
        () -> storage().list(new ListRequest(id, 10, null)),
        () -> storage().read(id, null),
        () -> storage().delete(id),
        () -> storage().createFolder(id, "x"),
        () -> storage().move(id, EntryId.ROOT, "x", ConflictPolicy.REPLACE),
        () -> write(id, "x", TestContent.of("x"), ConflictPolicy.REPLACE));
  }

  private void assertNotFoundOrReal(String id, Set<EntryId> real) {
    EntryId forged = new EntryId(id);
    if (real.contains(forged)) {
      return;
    }
    try {
      throw new AssertionError(forged + " was taken for " + storage().stat(forged).name());
    } catch (CloudException refused) {
      assertThat(refused.kind()).as("kind for the id %s", id).isEqualTo(ErrorKind.NOT_FOUND);
    }
  }

  /** Every way to change one character, to cut it, and to make it longer. */
  private static List<String> alterations(String id) {
    List<String> altered = new ArrayList<>();
    for (int i = 0; i < id.length(); i++) {
      String start = id.substring(0, i);
      String end = id.substring(i + 1);
      for (char other : new char[] {'A', '_', 'z', next(id.charAt(i))}) {
        altered.add(start + other + end);
      }
      altered.add(start + end);
      altered.add(id + ALPHABET.charAt(i % ALPHABET.length()));
      if (i > 0) {
        altered.add(start);
      }
    }
    altered.removeIf(same -> same.equals(id) || same.isEmpty());
    return altered;
  }

  /** The character of the next value: in the last place it may stand for the same bytes. */
  private static char next(char character) {
    return ALPHABET.charAt((ALPHABET.indexOf(character) + 1) % ALPHABET.length());
  }

  private static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static EntryId encoded(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    return new EntryId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
