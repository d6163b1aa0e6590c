package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
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
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {
  @Test
  void id_ofNestedPath_comesBack() {
    EntryPath path = new EntryPath(List.of("a b", "é", "日本 (2).txt"));
    assertThat(EntryPath.of(path.id())).isEqualTo(path);
    assertThat(EntryPath.of(EntryId.ROOT)).isEqualTo(EntryPath.ROOT);
    assertThat(EntryPath.ROOT.id()).isEqualTo(EntryId.ROOT);
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
    assertForged(encode(1, path.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void S7_forgedEncoding_isNotThere() {
    assertForged(encode(0, new byte[] {'x'}));
    assertForged(encode(2, new byte[] {'x'}));
    assertForged(encode(1, new byte[] {}));
    // Overlong slash and dot, half a character, half a surrogate pair.
    assertForged(encode(1, new byte[] {'x', (byte) 0xc0, (byte) 0xaf, 'y'}));
    assertForged(encode(1, new byte[] {(byte) 0xc0, (byte) 0xae}));
    assertForged(encode(1, new byte[] {(byte) 0xc3}));
    assertForged(encode(1, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    // The same bytes, spelled another way: unused bits set.
    String good = new EntryPath(List.of("x")).id().value();
    assertThat(good).isEqualTo("AXg");
    assertForged("AXh");
    assertForged("A");
    assertForged("root2");
    assertForged(encode(1, "x".repeat(256).getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 5000)
  void S7_anyBytes_areAPathOfUsableNamesOrNotThere(@ForAll @Size(max = 40) byte[] bytes) {
    assertUsableOrNotThere(encode(1, bytes));
  }

  @Property(tries = 5000)
  void S7_anyPathOfDotsAndSlashes_isOfUsableNamesOrNotThere(
      @ForAll @StringLength(max = 12) @CharRange(from = '-', to = '0') String path) {
    assertUsableOrNotThere(encode(1, path.getBytes(StandardCharsets.UTF_8)));
  }

  @Property
  void S7_anyName_isRefusedOrComesBack(@ForAll String name) {
    if (DiskNames.isUsable(name)) {
      EntryPath path = EntryPath.ROOT.child(name);
      assertThat(EntryPath.of(path.id())).isEqualTo(path);
    }
  }

  private static void assertUsableOrNotThere(String id) {
    EntryPath.decode(id)
        .ifPresent(path -> assertThat(path.names()).isNotEmpty().allMatch(DiskNames::isUsable));
  }

  private static void assertForged(String id) {
    Fixture.assertKind(ErrorKind.NOT_FOUND, () -> EntryPath.of(new EntryId(id)));
  }

  private static String encode(int version, byte[] path) {
    byte[] bytes = new byte[path.length + 1];
    bytes[0] = (byte) version;
    System.arraycopy(path, 0, bytes, 1, path.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
