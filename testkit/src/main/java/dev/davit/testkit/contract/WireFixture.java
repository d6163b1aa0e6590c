package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.WireFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules for faults on the line are written in. */
interface WireFixture extends StorageFixture {
  /** More requests than any one call makes. */
  int MANY_REQUESTS = 40;

  /** Tries a rule where there is a line. */
  default void onTheWire(Consumer<StorageWire> rule) {
    setup().wire().ifPresent(rule);
  }

  /** All calls there are. */
  static List<Deed> allDeeds() {
    return Stream.of(Deed.LOOKING, Deed.READING, Deed.CHANGING).flatMap(List::stream).toList();
  }

  /** A new place. */
  default Place place() {
    EntryId folder = folder("place " + UUID.randomUUID()).id();
    Entry old = writeText(folder, "old", Place.OLD);
    return new Place(folder, old, writeText(folder, "other", Place.OTHER));
  }

  /** What a place holds now, by names. */
  default Map<String, String> content(Place place) {
    Map<String, String> content = new TreeMap<>();
    for (Entry entry : all(place.folder(), 100)) {
      content.put(entry.name(), entry.isFolder() ? Place.FOLDER : text(entry.id()));
    }
    return content;
  }

  /** Does it while every request meets a fault; answers how it failed, which it must. */
  default Exception failure(StorageWire wire, Deed deed, Place place, WireFault fault) {
    return failure(wire, deed, place, fault, MANY_REQUESTS);
  }

  /** As {@link #failure}, and holds that it makes no more requests than these. */
  default Exception failure(
      StorageWire wire, Deed deed, Place place, WireFault fault, int mostRequests) {
    wire.faults().always(fault);
    Exception failure = tried(storage(), deed, place, tag());
    assertThat(wire.faults().requests()).as("requests of %s", deed).isBetween(1, mostRequests);
    wire.faults().mend();
    assertThat(failure).as("%s with %s", deed, fault).isNotNull();
    assertTellsNothing(wire, failure);
    return failure;
  }

  /**
   * Does it again and again, while its first request meets a fault, then its second, and so on to
   * the last. Each time it either succeeds or fails with one of these kinds; and what is there then
   * is what was there before, or what the call makes of it, but nothing in between.
   */
  default void sweep(
      StorageWire wire,
      CredentialSource credentials,
      Deed deed,
      WireFault fault,
      ErrorKind... kinds) {
    Place place = place();
    boolean struck = true;
    for (int nth = 1; struck; nth++) {
      assertThat(nth).as("requests of %s", deed).isLessThan(MANY_REQUESTS);
      String tag = tag();
      wire.faults().at(nth, fault);
      Exception failure = tried(setup().provider().open(credentials), deed, place, tag);
      struck = wire.faults().struck();
      wire.faults().mend();
      String what = "%s with %s at request %d".formatted(deed, fault, nth);
      assertThat(struck || failure == null).as("%s: %s", what, failure).isTrue();
      assertKind(wire, what, failure, Set.of(kinds));
      if (deed.changes()) {
        place = settled(deed, place, tag, what, failure == null);
      }
    }
  }

  default void sweep(StorageWire wire, Deed deed, WireFault fault, ErrorKind... kinds) {
    sweep(wire, setup().credentials(), deed, fault, kinds);
  }

  /** Holds that a place is as it was or as it should be; answers one in which to go on. */
  private Place settled(Deed deed, Place place, String tag, String what, boolean done) {
    if (!done && deed.writes() != null) {
      storage().recover(new WriteAttempt(place.folder(), deed.writes(), tag));
    }
    Map<String, String> now = content(place);
    if (done) {
      assertThat(now).as(what + " was done").isEqualTo(deed.after());
    } else {
      assertThat(now).as(what + " failed").isIn(Place.CONTENT, deed.after());
    }
    return now.equals(Place.CONTENT) ? place : place();
  }

  private void assertKind(
      StorageWire wire, String what, @Nullable Exception failure, Set<ErrorKind> kinds) {
    if (failure != null) {
      assertThat(kindOf(failure)).as("%s: %s", what, failure).isIn(kinds);
      assertTellsNothing(wire, failure);
    }
  }

  /** The kind of a failure; a body that breaks off while it is read counts as out of reach. */
  static ErrorKind kindOf(Exception failure) {
    return failure instanceof CloudException cloud ? cloud.kind() : ErrorKind.UNAVAILABLE;
  }

  /** Does something; answers how it failed; null if it did not. */
  static @Nullable Exception tried(Storage storage, Deed deed, Place place, String tag) {
    try {
      deed.call().on(storage, place, tag);
      return null;
    } catch (CloudException | IOException failure) {
      return failure;
    }
  }

  /** As {@link #tried}, with a tag that nothing else has. */
  static Optional<Exception> attempted(Storage storage, Deed deed, Place place) {
    return Optional.ofNullable(tried(storage, deed, place, tag()));
  }

  /**
   * Holds that neither the words of a failure nor what a log would have of it give anything away.
   */
  default void assertTellsNothing(StorageWire wire, Exception failure) {
    if (failure instanceof CloudException cloud) {
      assertSafe(cloud.getMessage());
      assertThat(cloud.hints().toString()).doesNotContain(CANARY);
    }
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log));
    assertThat(log.toString()).doesNotContain(traits().secrets());
    assertThat(wire.faults().showsToken(log.toString())).as("a token is in a log").isFalse();
  }

  static String tag() {
    return UUID.randomUUID().toString();
  }
}
