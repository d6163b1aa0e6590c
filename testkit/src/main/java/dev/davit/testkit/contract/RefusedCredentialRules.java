package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.testkit.fault.WireFault;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a credential that the server refuses with 401, where there is a line to it. */
interface RefusedCredentialRules extends WireFixture {
  @Test
  default void refused_whereTheOperatorHasTheKey_isTheOperatorsFault() {
    onTheWire(
        wire -> {
          if (wire.refused() == null) {
            Place place = place();
            for (Deed deed : WireFixture.allDeeds()) {
              Exception failure = failure(wire, deed, place, refusal());
              assertThat(WireFixture.kindOf(failure))
                  .as("%s with a refused key", deed)
                  .isEqualTo(ErrorKind.MISCONFIGURED);
            }
            assertThat(content(place)).isEqualTo(Place.CONTENT);
          }
        });
  }

  @Test
  default void refusedOnce_theNewerCredentialIsUsed_unlessAContentWouldBeSentTwice() {
    onTheUsersWire(
        (wire, refused) -> {
          for (Deed deed : WireFixture.allDeeds()) {
            Place place = place();
            Renewals renewals = new Renewals(refused, good());
            Exception failure =
                WireFixture.tried(
                    setup().provider().open(renewals), deed, place, WireFixture.tag());
            assertThat(renewals.rejected()).as("rejected by %s", deed).containsExactly(1L);
            if (failure == null) {
              assertThat(content(place)).as("after %s", deed).isEqualTo(deed.after());
            } else {
              assertRefused(wire, deed, failure, mayGiveUp(deed));
              assertThat(content(place)).as("after %s", deed).isEqualTo(Place.CONTENT);
            }
          }
        });
  }

  @Test
  default void refusedAtAnyRequest_isTriedOnceMore_unlessAContentWouldBeSentTwice() {
    onTheUsersWire(
        (wire, refused) -> {
          for (Deed deed : WireFixture.allDeeds()) {
            Renewals renewals = Renewals.of(good(), MANY_REQUESTS);
            sweep(wire, renewals, deed, refusal(), mayGiveUp(deed));
            assertThat(renewals.rejected()).as("rejected by %s", deed).doesNotHaveDuplicates();
          }
        });
  }

  @Test
  default void refusedForEver_isAskedOnce_andEnds() {
    onTheUsersWire(
        (wire, refused) ->
            assertEnds(
                wire,
                () -> new Renewals(good(), good(), good()),
                2,
                ErrorKind.TOKEN_REJECTED,
                ErrorKind.REAUTH_REQUIRED));
  }

  @Test
  default void refusedWithNoneNewer_isNotAskedAgain() {
    onTheUsersWire(
        (wire, refused) ->
            assertEnds(wire, () -> new Renewals(good()), 1, ErrorKind.REAUTH_REQUIRED));
  }

  /** Tries a rule where users have credentials. */
  private void onTheUsersWire(BiConsumer<StorageWire, Credential> rule) {
    onTheWire(
        wire -> {
          Credential refused = wire.refused();
          if (refused != null) {
            rule.accept(wire, refused);
          }
        });
  }

  private void assertEnds(
      StorageWire wire, Supplier<Renewals> credentials, int mostRequests, ErrorKind... kinds) {
    Place place = place();
    for (Deed deed : WireFixture.allDeeds()) {
      Renewals renewals = credentials.get();
      wire.faults().always(refusal());
      Exception failure =
          WireFixture.tried(setup().provider().open(renewals), deed, place, WireFixture.tag());
      assertThat(wire.faults().requests() - questions())
          .as("requests of %s", deed)
          .isBetween(1, mostRequests);
      wire.faults().mend();
      ErrorKind[] giveUp = mostRequests > 1 ? mayGiveUp(deed) : new ErrorKind[0];
      assertRefused(
          wire,
          deed,
          failure,
          Stream.of(kinds, giveUp).flatMap(Stream::of).toArray(ErrorKind[]::new));
      assertThat(renewals.rejected()).as("rejected by %s", deed).containsExactly(1L);
    }
    assertThat(content(place)).isEqualTo(Place.CONTENT);
  }

  private int questions() {
    return traits().has(Deviation.ASKS_WHY_REFUSED) ? 1 : 0;
  }

  /** A content that can't be opened again ends a write whose first bytes were refused. */
  private static ErrorKind[] mayGiveUp(Deed deed) {
    return deed.writes() == null ? new ErrorKind[0] : new ErrorKind[] {ErrorKind.UNAVAILABLE};
  }

  private void assertRefused(
      StorageWire wire, Deed deed, @Nullable Exception failure, ErrorKind... kinds) {
    assertThat(failure).as("%s with a refused credential", deed).isNotNull();
    assertThat(WireFixture.kindOf(failure)).as("%s: %s", deed, failure).isIn(Set.of(kinds));
    assertTellsNothing(wire, failure);
  }

  private Credential good() {
    return setup().credentials().current().credential();
  }

  private static WireFault refusal() {
    return WireFault.answer(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), CANARY);
  }
}
