package dev.davit.onedrive.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemIdTest {
  private static final String WORK = "b!" + "aZ0-_".repeat(12) + "abcd";

  @Test
  void idsOfBothKindsOfDrives_comeBack() {
    assertComesBack(new ItemId(WORK, "01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K"));
    assertComesBack(new ItemId("0123456789abcdef", "0123456789ABCDEF!s5f1a"));
  }

  @Test
  void shortcut_saysBoth_whatItIsAndWhatItLeadsTo() {
    ItemId target = new ItemId(WORK, "01TARGET");
    ItemId shortcut = new ItemId("0123456789abcdef", "CID!5", target);
    assertComesBack(shortcut);
    assertThat(shortcut.content()).isEqualTo(target);
    assertThat(shortcut.spot().path()).isEqualTo("drives/0123456789abcdef/items/CID%215");
    assertThat(shortcut.entryId()).isNotEqualTo(new ItemId("0123456789abcdef", "CID!5").entryId());
  }

  @Test
  void longestOfAll_isShortEnough() {
    ItemId target = new ItemId("b" + "!".repeat(149), "0" + "1".repeat(149));
    ItemId longest = new ItemId(target.drive(), target.item(), target);
    assertThat(longest.isSane()).isTrue();
    assertComesBack(longest);
  }

  @Test
  void driveOfAConsumer_isOne_inEitherCaseAndWithoutItsZeros() {
    ItemId right = new ItemId("0abc456789abcdef", "X!1");
    assertThat(new ItemId("0ABC456789ABCDEF", "X!1")).isEqualTo(right);
    assertThat(new ItemId("abc456789abcdef", "X!1")).isEqualTo(right);
    assertThat(new ItemId("B!0ABC", "X").drive()).isEqualTo("B!0ABC");
  }

  @Property(tries = 300)
  void anyText_isAnIdOrNotFound(@ForAll @StringLength(max = 60) String text) {
    EntryId id = encoded("1" + text);
    try {
      assertThat(ItemId.of(id).entryId()).isEqualTo(id);
    } catch (CloudException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1abc",
        "2b!abc:01DEF",
        "b!abc:01DEF",
        "1b!abc:",
        "1:01DEF",
        "1b!abc:01DEF:b!ghi",
        "1b!abc:01DEF:b!ghi:01:02",
        "1b!abc:../01DEF",
        "1..:01DEF",
        "1b!abc:01/DEF",
        "1b!abc:01%2FDEF",
        "1b!abc:01DEF\n",
        "1ABC456789ABCDEF:X!1",
        "1b!abc:01 DEF"
      })
  void whatIsNoIdOfOurs_isNotFound(String text) {
    assertNotFound(encoded(text));
  }

  @Test
  void anotherSpellingOfTheSameBytes_isNotFound() {
    String right = new ItemId(WORK, "01ABC").entryId().value();
    char last = (char) (right.charAt(right.length() - 1) + 1);
    assertNotFound(new EntryId(right.substring(0, right.length() - 1) + last));
  }

  private static void assertComesBack(ItemId id) {
    assertThat(ItemId.of(id.entryId())).isEqualTo(id);
  }

  private static void assertNotFound(EntryId id) {
    CloudException e = catchThrowableOfType(CloudException.class, () -> ItemId.of(id));
    assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  private static EntryId encoded(String text) {
    return new EntryId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
  }
}
