package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of a storage in a {@link Place}, which holds that whatever is answered is right.
 *
 * @param name for messages
 * @param writes the name of the file that it writes; null if it writes none
 * @param call what it does
 * @param effect what it makes of the place's content
 */
record Deed(String name, @Nullable String writes, Call call, Consumer<Map<String, String>> effect) {
  private static final String NEW = "new content ".repeat(500);

  /** Calls that change nothing, but for those that read bytes. */
  static final List<Deed> LOOKING =
      List.of(
          reading("list", Deed::list),
          reading("stat", (s, p, t) -> assertThat(s.stat(p.old().id())).isEqualTo(p.old())));

  /** Calls that read bytes. */
  static final List<Deed> READING =
      List.of(
          reading("read", (s, p, t) -> read(s, p.old().id(), null, Place.OLD)),
          reading("read a part", Deed::readPart));

  /** Calls that change something. */
  static final List<Deed> CHANGING =
      List.of(
          writing("write", "new", ConflictPolicy.FAIL),
          writing("replace", "old", ConflictPolicy.REPLACE),
          changing(
              "createFolder",
              (s, p, t) -> assertThat(s.createFolder(p.folder(), "made").isFolder()).isTrue(),
              content -> content.put("made", Place.FOLDER)),
          changing("move", Deed::move, content -> content.put("moved", content.remove("other"))),
          changing(
              "delete", (s, p, t) -> s.delete(p.other().id()), content -> content.remove("other")),
          changing(
              "erase", (s, p, t) -> s.erase(p.other().id()), content -> content.remove("other")));

  /** What is done. */
  interface Call {
    /**
     * Does it.
     *
     * @param tag for the attempt, should it write
     */
    void on(Storage storage, Place place, String tag) throws IOException;
  }

  boolean changes() {
    return !after().equals(Place.CONTENT);
  }

  /** What a place holds once it is done. */
  Map<String, String> after() {
    Map<String, String> content = new TreeMap<>(Place.CONTENT);
    effect.accept(content);
    return content;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Deed reading(String name, Call call) {
    return changing(name, call, content -> {});
  }

  private static Deed changing(String name, Call call, Consumer<Map<String, String>> effect) {
    return new Deed(name, null, call, effect);
  }

  private static Deed writing(String name, String file, ConflictPolicy conflict) {
    return new Deed(
        name,
        file,
        (storage, place, tag) ->
            write(storage, new WriteAttempt(place.folder(), file, tag), conflict),
        content -> content.put(file, NEW));
  }

  private static void list(Storage storage, Place place, String tag) {
    assertThat(storage.list(new ListRequest(place.folder(), 100, null)).entries())
        .containsExactlyInAnyOrder(place.old(), place.other());
  }

  private static void readPart(Storage storage, Place place, String tag) throws IOException {
    ByteRange part = new ByteRange.Between(100, 1899);
    read(storage, place.old().id(), part, Place.OLD.substring(100, 1900));
  }

  private static void read(Storage storage, EntryId id, @Nullable ByteRange range, String text)
      throws IOException {
    try (Download download = storage.read(id, range)) {
      byte[] bytes = download.body().readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  private static void move(Storage storage, Place place, String tag) {
    Entry moved = storage.move(place.other().id(), place.folder(), "moved", ConflictPolicy.FAIL);
    assertThat(moved.name()).isEqualTo("moved");
  }

  /** Writes a content that can be sent once only. */
  private static void write(Storage storage, WriteAttempt attempt, ConflictPolicy conflict) {
    TestContent content = TestContent.of(NEW);
    try {
      Entry entry = storage.write(new WriteRequest(attempt, content, null, conflict, null));
      assertThat(entry.name()).isEqualTo(attempt.name());
      assertThat(entry.size()).isIn(null, (long) NEW.length());
    } finally {
      assertThat(content.opened()).as("how often the content was opened").isBetween(0, 1);
      assertThat(content.closed()).as("how often it was closed").isEqualTo(content.opened());
    }
  }
}
