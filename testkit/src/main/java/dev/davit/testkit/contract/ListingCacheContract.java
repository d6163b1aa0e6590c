package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ListingCache;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Listing;
import dev.davit.testkit.contract.Together.Running;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ListingCache} must do. */
public abstract class ListingCacheContract {
  private static final ListingCache.Key KEY = key("c", 1, "f", null, 100);

  private final TestClock clock = new TestClock();
  private final AtomicInteger loads = new AtomicInteger();
  private final CountDownLatch loading = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  /**
   * A cache with nothing in it.
   *
   * @param clock by which a minute ends
   */
  protected abstract ListingCache open(TestClock clock);

  @Test
  void get_again_loadsOnce() {
    ListingCache cache = open(clock);
    Listing first = cache.get(KEY, () -> listing("one"));
    assertThat(first).isEqualTo(listing("one"));
    assertThat(cache.get(KEY, ListingCacheContract::never)).isEqualTo(first);
  }

  @Test
  void get_withAnyPartOfTheKeyChanged_loads() {
    ListingCache cache = open(clock);
    List<ListingCache.Key> keys =
        List.of(
            KEY,
            key("d", 1, "f", null, 100),
            key("c", 2, "f", null, 100),
            key("c", 1, "g", null, 100),
            key("c", 1, "f", new Cursor("next"), 100),
            key("c", 1, "f", null, 99));
    for (int i = 0; i < keys.size(); i++) {
      String cursor = "page" + i;
      assertThat(cache.get(keys.get(i), () -> listing(cursor))).isEqualTo(listing(cursor));
    }
    assertThat(cache.get(KEY, ListingCacheContract::never)).isEqualTo(listing("page0"));
  }

  @Test
  void get_afterAMinute_loadsAgain() {
    ListingCache cache = open(clock);
    cache.get(KEY, () -> listing("old"));
    clock.advance(Duration.ofSeconds(59));
    assertThat(cache.get(KEY, ListingCacheContract::never)).isEqualTo(listing("old"));
    clock.advance(Duration.ofSeconds(2));
    assertThat(cache.get(KEY, () -> listing("new"))).isEqualTo(listing("new"));
  }

  @Test
  void get_ofFailingLoad_passesTheExceptionOn_andKeepsNothing() {
    ListingCache cache = open(clock);
    RuntimeException failure = new IllegalStateException("no luck");
    assertThatThrownBy(() -> cache.get(KEY, () -> fail(failure))).isSameAs(failure);
    assertThat(cache.get(KEY, () -> listing("luck"))).isEqualTo(listing("luck"));
  }

  @Test
  void get_atTheSameTime_sharesOneLoad() {
    ListingCache cache = open(clock);
    List<Running<Listing>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> Together.start(() -> cache.get(KEY, () -> slow(listing("shared")))))
            .toList();
    all.forEach(Running::awaitWaiting);
    release.countDown();
    assertThat(all).extracting(Running::get).containsOnly(listing("shared"));
    assertThat(loads).hasValue(1);
  }

  @Test
  void get_atTheSameTime_sharesTheFailureToo() {
    ListingCache cache = open(clock);
    RuntimeException failure = new IllegalStateException("no luck");
    List<Running<Listing>> all =
        IntStream.range(0, 4)
            .mapToObj(i -> Together.start(() -> cache.get(KEY, () -> slowlyFail(failure))))
            .toList();
    all.forEach(Running::awaitWaiting);
    release.countDown();
    all.forEach(running -> assertThatThrownBy(running::get).isSameAs(failure));
    assertThat(loads).hasValue(1);
  }

  @Test
  void get_whileAnotherLoads_holdsNobodyUp() {
    ListingCache cache = open(clock);
    Running<Listing> slow = startSlow(cache, listing("slow"));
    Running<Integer> others =
        Together.start(
            () -> {
              IntStream.range(0, 500)
                  .forEach(i -> cache.get(key("c", 1, "other" + i, null, 1), () -> listing("x")));
              return 500;
            });
    assertThat(others.get()).isEqualTo(500);
    assertThat(slow.result().isDone()).isFalse();
    release.countDown();
    assertThat(slow.get()).isEqualTo(listing("slow"));
  }

  @Test
  void invalidate_forgets() {
    ListingCache cache = open(clock);
    ListingCache.Key other = key("c", 1, "g", null, 100);
    cache.get(KEY, () -> listing("old"));
    cache.get(other, () -> listing("other"));
    cache.invalidate(KEY);
    assertThat(cache.get(KEY, () -> listing("new"))).isEqualTo(listing("new"));
    assertThat(cache.get(other, ListingCacheContract::never)).isEqualTo(listing("other"));
  }

  @Test
  void invalidate_duringALoad_forgetsItsResult() {
    ListingCache cache = open(clock);
    Running<Listing> slow = startSlow(cache, listing("stale"));
    Together.start(() -> invalidated(cache)).get();
    release.countDown();
    assertThat(slow.get()).isEqualTo(listing("stale"));
    assertThat(cache.get(KEY, () -> listing("fresh"))).isEqualTo(listing("fresh"));
  }

  @Test
  void invalidate_duringALoad_theNextCallLoadsForItself_andStays() {
    ListingCache cache = open(clock);
    Running<Listing> slow = startSlow(cache, listing("stale"));
    Together.start(() -> invalidated(cache)).get();
    Listing fresh = Together.start(() -> cache.get(KEY, () -> listing("fresh"))).get();
    assertThat(fresh).isEqualTo(listing("fresh"));
    release.countDown();
    slow.get();
    assertThat(cache.get(KEY, ListingCacheContract::never)).isEqualTo(listing("fresh"));
  }

  private Running<Listing> startSlow(ListingCache cache, Listing listing) {
    Running<Listing> slow = Together.start(() -> cache.get(KEY, () -> slow(listing)));
    Together.await(loading);
    return slow;
  }

  private Listing slow(Listing listing) {
    loads.incrementAndGet();
    loading.countDown();
    Together.await(release);
    return listing;
  }

  private Listing slowlyFail(RuntimeException failure) {
    slow(listing("none"));
    return fail(failure);
  }

  private static Listing fail(RuntimeException failure) {
    throw failure;
  }

  private static Listing never() {
    throw new AssertionError("it was loaded again");
  }

  private static boolean invalidated(ListingCache cache) {
    cache.invalidate(KEY);
    return true;
  }

  private static Listing listing(String next) {
    return new Listing(List.of(), new Cursor(next));
  }

  private static ListingCache.Key key(
      String connection, long epoch, String folder, @Nullable Cursor cursor, int limit) {
    return new ListingCache.Key(
        new ConnectionId(connection), epoch, new EntryId(folder), cursor, limit);
  }
}
