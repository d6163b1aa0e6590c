package dev.davit.webdav.internal.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Order on disk, against order in memory. */
class SorterTest {
  private static final long PLENTY = 1024 * 1024;

  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("davit-sorter");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    Files.delete(folder);
  }

  @Property(tries = 200)
  void sorted_isEveryRowOnce_inOrder_fromAnyName(
      @ForAll @Size(max = 700) List<@Size(min = 1, max = 3) byte[]> names,
      @ForAll @IntRange(min = 1, max = 20_000) int memory,
      @ForAll @Size(max = 2) byte[] after)
      throws IOException {
    Room room = new Room(folder, PLENTY);
    TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
    expected.addAll(names);

    try (Sorter sorter = new Sorter(room, memory)) {
      for (byte[] name : names) {
        sorter.add(row(name));
      }
      try (Sorted sorted = sorter.finish()) {
        assertThat(read(sorted, after))
            .containsExactly(expected.tailSet(after, false).toArray(byte[][]::new));
      }
    }

    assertThat(room.used()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  private static Row row(byte[] name) {
    byte[] value = new byte[name[0] & 0x3f];
    Arrays.fill(value, name[name.length - 1]);
    return new Row(name, value);
  }

  private static List<byte[]> read(Sorted sorted, byte[] after) throws IOException {
    List<byte[]> names = new ArrayList<>();
    sorted.after(
        after,
        row -> {
          assertThat(row.value()).isEqualTo(row(row.name()).value());
          return names.add(row.name());
        });
    return names;
  }

  @Property(tries = 1)
  void add_moreThanThereIsRoom_fails_andGivesAllBack() {
    Room room = new Room(folder, 1000);
    try (Sorter sorter = new Sorter(room, 500)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  sorter.add(new Row(("name" + i).getBytes(UTF_8), new byte[50]));
                }
              })
          .isInstanceOf(IOException.class);
    }

    assertThat(room.used()).isZero();
  }
}
