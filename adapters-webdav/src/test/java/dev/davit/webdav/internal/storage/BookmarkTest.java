package dev.davit.webdav.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Bookmarks come back from their cursors; nothing else does. */
class BookmarkTest {
  @Property(tries = 300)
  void cursor_comesBack(
      @ForAll @Size(max = 20) byte[] after,
      @ForAll @NotEmpty @Size(max = 60) List<@Size(min = 1, max = 40) byte[]> shown,
      @ForAll @NotEmpty @Size(max = 20) List<@Size(min = 1, max = 4) byte[]> others,
      @ForAll boolean found) {
    Bookmark bookmark = Bookmark.without(shown).after(after).with(found ? "some-id" : null);
    Assume.that(!bookmark.isStart());

    Bookmark read = Bookmark.of(bookmark.cursor());

    assertThat(read.after()).isEqualTo(after);
    assertThat(read.snapshot()).isEqualTo(bookmark.snapshot());
    for (byte[] name : shown) {
      assertThat(read.isAhead(name)).isFalse();
    }
    for (byte[] name : others) {
      boolean isShown = shown.stream().anyMatch(one -> Arrays.equals(one, name));
      assertThat(read.isAhead(name)).isEqualTo(!isShown && Arrays.compareUnsigned(name, after) > 0);
    }
  }

  @Property(tries = 1000)
  void S7_forgedCursor_isRefused_orLeadsOn(@ForAll @Size(max = 60) byte[] bytes) {
    for (char version : new char[] {'0', '1', '2', '3'}) {
      String text = version + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      try {
        assertThat(Bookmark.of(new Cursor(text)).isStart()).isFalse();
      } catch (CloudException e) {
        assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_CURSOR);
      }
    }
  }

  @Property(tries = 1)
  void S7_cursorOfTheStart_orCutOrBroken_isRefused() {
    String whole =
        Bookmark.without(List.of(new byte[] {1, 2}, new byte[] {3})).with("id").cursor().value();
    for (int length = 1; length < whole.length(); length++) {
      refused(whole.substring(0, length));
    }
    refused("2AAAA");
    refused("2AmlkAAA");
    refused("2AmlkAAA*");
    refused("2AmlkAAAé");
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> Bookmark.of(new Cursor(text)))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_CURSOR));
  }
}
