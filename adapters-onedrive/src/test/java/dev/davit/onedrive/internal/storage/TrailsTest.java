package dev.davit.onedrive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.Cursor;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrailsTest {
  @Test
  void trail_knowsAllPagesBefore_andNoneAfter() {
    Trail first = Trail.NONE.and(new long[] {5, -3});
    Trail second = first.and(new long[] {9});
    assertThat(second.has(-3)).isTrue();
    assertThat(second.has(9)).isTrue();
    assertThat(first.has(9)).isFalse();
    assertThat(second.has(4)).isFalse();
  }

  @Test
  void page_thatIsAskedForAgain_hasTheSameBeforeIt() {
    Trails trails = new Trails();
    Trail first = Trail.NONE.and(new long[] {1});
    trails.keep(new Cursor("two"), first);
    trails.keep(new Cursor("three"), first.and(new long[] {2}));
    assertThat(trails.before(new Cursor("two")).has(2)).isFalse();
    assertThat(trails.before(new Cursor("three")).has(2)).isTrue();
    assertThat(trails.before(new Cursor("four"))).isSameAs(Trail.NONE);
  }

  @Test
  void memory_isBounded_theEldestGoesFirst() {
    Trails trails = new Trails();
    Trail large = Trail.NONE.and(LongStream.range(0, 150_000).toArray());
    for (String cursor : new String[] {"one", "two", "three"}) {
      trails.keep(new Cursor(cursor), large);
    }
    assertThat(trails.before(new Cursor("one"))).isSameAs(Trail.NONE);
    assertThat(trails.before(new Cursor("three")).has(149_999)).isTrue();
    trails.keep(new Cursor("four"), Trail.NONE.and(LongStream.range(0, 500_000).toArray()));
    assertThat(trails.before(new Cursor("four"))).isSameAs(Trail.NONE);
  }

  @Test
  void pages_onWhichNothingIsTold_takeRoomToo() {
    Trails trails = new Trails();
    Trail first = Trail.NONE.and(new long[] {1});
    trails.keep(new Cursor("first"), first);
    for (int i = 0; i < 20_000; i++) {
      trails.keep(new Cursor("empty" + i), Trail.NONE.and(new long[0]));
    }
    assertThat(trails.before(new Cursor("first"))).isSameAs(Trail.NONE);
  }
}
