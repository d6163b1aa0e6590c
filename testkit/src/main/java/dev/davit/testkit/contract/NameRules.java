package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names: whatever was taken comes back the same; whatever is refused leaves nothing. */
interface NameRules extends StorageFixture {
  @Test
  default void names_thatArePlain_areTakenEverywhere() {
    assertThat(Names.PLAIN).allMatch(traits().names());
  }

  @Test
  default void names_ofFiles_comeBackTheSame() {
    List<String> taken = takenNames();
    EntryId folder = folder("files").id();
    for (String name : taken) {
      assertThat(writeText(folder, name, "in " + name).name()).isEqualTo(name);
    }
    assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(listed(taken));
    for (Entry entry : all(folder, 7)) {
      assertThat(storage().stat(entry.id()).name()).isEqualTo(entry.name());
      assertThat(text(entry.id())).isEqualTo("in " + entry.name());
    }
  }

  @Test
  default void names_ofFolders_comeBackTheSame_andHoldWhatIsInThem() {
    List<String> taken = takenNames();
    EntryId parent = folder("folders").id();
    for (String name : taken) {
      EntryId folder = storage().createFolder(parent, name).id();
      writeText(storage().createFolder(folder, "inner").id(), "file", name);
    }
    assertThat(names(parent)).containsExactlyInAnyOrderElementsOf(listed(taken));
    for (Entry folder : all(parent, 1000)) {
      Entry inner = all(folder.id(), 10).get(0);
      assertThat(text(all(inner.id(), 10).get(0).id())).isEqualTo(folder.name());
    }
  }

  @Test
  default void names_canBeMovedToAndFrom_andDeleted() {
    EntryId folder = folder("moved").id();
    Entry entry = writeText(folder, "start", "content");
    for (String name : takenNames()) {
      entry = storage().move(entry.id(), folder, name, ConflictPolicy.FAIL);
      assertThat(entry.name()).isEqualTo(name);
      assertThat(names(folder)).isEqualTo(listed(List.of(name)));
    }
    assertThat(text(entry.id())).isEqualTo("content");
    storage().delete(entry.id());
    assertThat(names(folder)).isEmpty();
  }

  @Test
  default void names_thatAreRefused_leaveNothingAnywhere() {
    Entry file = writeText(EntryId.ROOT, "file", "content");
    EntryId inner = folder("inner").id();
    for (String name : refusedNames()) {
      TestContent content = TestContent.of("x");
      assertFails(ErrorKind.INVALID_REQUEST, () -> storage().createFolder(inner, name));
      assertFails(
          ErrorKind.INVALID_REQUEST, () -> write(inner, name, content, ConflictPolicy.REPLACE));
      assertFails(
          ErrorKind.INVALID_REQUEST,
          () -> storage().move(file.id(), inner, name, ConflictPolicy.FAIL));
    }
    assertThat(names(inner)).isEmpty();
    assertThat(names(EntryId.ROOT)).containsExactlyInAnyOrder("file", "inner");
    assertThat(storage().stat(file.id())).isEqualTo(file);
  }

  @Test
  default void names_thatDifferInCase() {
    assertApartOrOne("name", "NAME", traits().caseSensitive());
  }

  @Test
  default void names_thatDifferInTheFormOfALetter() {
    assertApartOrOne("caf\u00e9", "cafe\u0301", traits().formSensitive());
  }

  private void assertApartOrOne(String first, String second, boolean apart) {
    writeText(EntryId.ROOT, first, "first");
    if (apart) {
      assertThat(writeText(EntryId.ROOT, second, "second").name()).isEqualTo(second);
      assertThat(names(EntryId.ROOT)).containsExactlyInAnyOrder(first, second);
    } else {
      assertFails(ErrorKind.CONFLICT, () -> writeText(EntryId.ROOT, second, "second"));
    }
  }

  private List<String> listed(List<String> taken) {
    boolean all = !traits().has(Deviation.HIDES_DOT_NAMES);
    return taken.stream().filter(name -> all || !name.startsWith(".")).toList();
  }

  private List<String> takenNames() {
    List<String> taken = new ArrayList<>(Names.PLAIN);
    Stream.concat(Names.ODD.stream(), Names.HOSTILE.stream())
        .filter(traits().names())
        .forEach(taken::add);
    return taken;
  }

  private List<String> refusedNames() {
    return Stream.concat(Names.ODD.stream(), Names.HOSTILE.stream())
        .filter(traits().names().negate())
        .toList();
  }
}
