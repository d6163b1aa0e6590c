package dev.davit.onedrive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.onedrive.internal.storage.Bookmark.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookmarkTest {
  private static final String LINK = "me/drive/root/children?$skiptoken=abc";

  @Test
  void cursor_remembersThePageBefore_andMoreWhereThereIsRoom() {
    Bookmark first = Bookmark.start(Kind.CHILDREN, "list", LINK + "x".repeat(600));
    IntStream.range(0, 2000).forEach(i -> first.seen().add(entry(i)));
    Cursor cursor = first.cursor();
    assertThat(cursor.value()).hasSizeBetween(8100, 8192);
    Bookmark read = Bookmark.of(cursor, Kind.CHILDREN);
    assertThat(read.cursor()).isEqualTo(cursor);
    for (int i = 1000; i < 2000; i++) {
      assertThat(read.seen().add(entry(i))).as("entry %s of the page before", i).isFalse();
    }
    assertThat(read.seen().add(entry(0))).isTrue();
  }

  @Test
  void longAddress_leavesLessRoom_andTooLongAOneIsNoAnswer() {
    Bookmark nearly = Bookmark.start(Kind.CHILDREN, "list", LINK + "x".repeat(8100));
    nearly.seen().add(entry(1));
    assertThat(nearly.cursor().value()).hasSizeLessThanOrEqualTo(8192);
    Bookmark longer = Bookmark.start(Kind.CHILDREN, "list", LINK + "x".repeat(8192));
    assertThat(catchThrowableOfType(CloudException.class, longer::cursor).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "CHILDREN,me/drive/root/children,true",
        "CHILDREN,drives('b!x')/items('01A')/children?$skiptoken=x,true",
        "CHILDREN,me/messages,false",
        "CHILDREN,me/messages?x=/children,false",
        "FOUND,me/drive/root/search(q='a%2Fb')?$skiptoken=x,true",
        "FOUND,me/drive/root/microsoft.graph.search(q='a'),true",
        "FOUND,me/drive/root/children,false",
        "CHANGES,me/drive/root/delta?token=latest,true",
        "CHANGES,me/drive/root/microsoft.graph.delta(token='abc'),true",
        "CHANGES,me/drive/root/deltas,false"
      })
  void S7_anAddressOfAnotherKindOfList_isNotGoneOnAt(Kind kind, String link, boolean good) {
    assertThat(kind.is(link)).isEqualTo(good);
    Cursor cursor = new Cursor("1" + letter(kind) + ".list.0.." + link);
    if (good) {
      assertThat(Bookmark.of(cursor, kind).link()).isEqualTo(link);
    } else {
      assertInvalid(cursor, kind);
    }
  }

  @Test
  void S7_cursorOfAnotherListOrKind_isRefused() {
    Cursor cursor = Bookmark.start(Kind.CHILDREN, "list", LINK).cursor();
    assertInvalid(cursor, Kind.FOUND);
    assertInvalid(new Cursor(cursor.value().replace("0..", "0.abc.")), Kind.CHILDREN);
    assertInvalid(new Cursor("2" + cursor.value().substring(1)), Kind.CHILDREN);
    assertThat(
            catchThrowableOfType(
                    CloudException.class, () -> Bookmark.of(cursor, Kind.CHILDREN, "other"))
                .kind())
        .isEqualTo(ErrorKind.INVALID_CURSOR);
  }

  private static char letter(Kind kind) {
    return kind == Kind.CHILDREN ? 'f' : kind == Kind.FOUND ? 's' : 'c';
  }

  private static void assertInvalid(Cursor cursor, Kind kind) {
    CloudException e = catchThrowableOfType(CloudException.class, () -> Bookmark.of(cursor, kind));
    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_CURSOR);
  }

  private static EntryId entry(int number) {
    return new ItemId("b!drive", "01ITEM" + number).entryId();
  }
}
