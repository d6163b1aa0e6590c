package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {
  /** The first byte of a file's id, and of a folder's. */
  private static final List<Integer> KINDS = List.of(1, 2);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void id_ofNestedPath_comesBack(Kind kind) {
    EntryPath path = new EntryPath(List.of("a b", "é", "日本 (2).txt"), kind);
    assertThat(EntryPath.of(path.id())).isEqualTo(path);
    assertThat(EntryPath.of(EntryId.ROOT)).isEqualTo(EntryPath.ROOT);
    assertThat(EntryPath.ROOT.id()).isEqualTo(EntryId.ROOT);
  }

  @Test
  void id_ofAFile_isNotThatOfAFolder_andAsLong() {
    String file = EntryPath.ROOT.child("x", Kind.FILE).id().value();
    String folder = EntryPath.ROOT.child("x", Kind.FOLDER).id().value();
    assertThat(file).isEqualTo("AXg");
    assertThat(folder).isEqualTo("Ang");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "x/..",
        "x/../../y",
        "/etc/passwd",
        "x/",
        "x//y",
        "./x",
        "x/.",
        "x\0y",
        "\0",
        ".davit-12345678.part",
        "x/.davit-12345678.part",
        ".DAVIT-x"
      })
  void S7_forgedPath_isNotThere(String path) {
    for (int kind : KINDS) {
      assertForged(encode(kind, path.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void S7_forgedEncoding_isNotThere() {
    assertForged(encode(0, new byte[] {'x'}));
    assertForged(encode(3, new byte[] {'x'}));
    assertForged(encode(255, new byte[] {'x'}));
    assertForged(encode(1, new byte[] {}));
    assertForged(encode(2, new byte[] {}));
    // Overlong slash and dot, half a character, half a surrogate pair.
    assertForged(encode(1, new byte[] {'x', (byte) 0xc0, (byte) 0xaf, 'y'}));
    assertForged(encode(1, new byte[] {(byte) 0xc0, (byte) 0xae}));
    assertForged(encode(1, new byte[] {(byte) 0xc3}));
    assertForged(encode(1, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    // The same bytes, spelled another way: unused bits set.
    assertForged("AXh");
    assertForged("Anh");
    assertForged("A");
    assertForged("root2");
    assertForged(encode(1, "x".repeat(256).getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 5000)
  void S7_anyBytes_areAPathOfUsableNamesOrNotThere(@ForAll @Size(max = 40) byte[] bytes) {
    assertUsableOrNotThere(bytes);
  }

  @Property(tries = 5000)
  void S7_anyPathOfDotsAndSlashes_isOfUsableNamesOrNotThere(
      @ForAll @StringLength(max = 12) @CharRange(from = '-', to = '0') String path) {
    assertUsableOrNotThere(path.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void S7_anyName_isRefusedOrComesBack(@ForAll String name, @ForAll Kind kind) {
    if (DiskNames.isUsable(name)) {
      EntryPath path = EntryPath.ROOT.child(name, kind);
      assertThat(EntryPath.of(path.id())).isEqualTo(path);
    }
  }

  private static void assertUsableOrNotThere(byte[] bytes) {
    for (int kind : KINDS) {
      EntryPath.decode(encode(kind, bytes))
          .ifPresent(path -> assertThat(path.names()).isNotEmpty().allMatch(DiskNames::isUsable));
    }
  }

  private static void assertForged(String id) {
    Fixture.assertKind(ErrorKind.NOT_FOUND, () -> EntryPath.of(new EntryId(id)));
  }

  private static String encode(int kind, byte[] path) {
    byte[] bytes = new byte[path.length + 1];
    bytes[0] = (byte) kind;
    System.arraycopy(path, 0, bytes, 1, path.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
