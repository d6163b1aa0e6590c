package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until Microsoft has done what takes longer (Microsoft Graph: "Working with long running
 * actions"). No credential goes to the address of a monitor.
 */
final class Monitor {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** What all pauses for one may take together. */
  private static final Duration TOTAL = Duration.ofMinutes(10);

  private static final int MOST_LOOKS = 6;
  private static final int MOST_FAILURES = 5;

  private final GraphClient client;
  private final Pauses pauses;

  Monitor(GraphClient client, Pauses pauses) {
    this.client = client;
    this.pauses = pauses;
  }

  /**
   * Waits.
   *
   * @return the id of what was made; empty where the monitor is gone by now, and has told nothing
   * @throws CloudException {@link ErrorKind#CONFLICT} and others if it could not be done; {@link
   *     ErrorKind#UNAVAILABLE} if it was not done in time: it may be yet
   */
  Optional<String> await(URI address) {
    Duration pause = FIRST;
    int failures = 0;
    for (Duration waited = Duration.ZERO; waited.compareTo(TOTAL) < 0; ) {
      try {
        Optional<Done> done = done(address);
        if (done.isPresent()) {
          return Optional.ofNullable(done.get().item());
        }
        failures = 0;
      } catch (CloudException e) {
        if (!isTransient(e) || ++failures >= MOST_FAILURES) {
          throw e;
        }
        pause = e.retryAfter().filter(Monitor::isSane).orElse(pause);
      }
      pauses.pause(pause);
      waited = waited.plus(pause);
      pause = longer(pause);
    }
    throw new CloudException(
        ErrorKind.UNAVAILABLE, "Microsoft is still at work on the copy. Look for it later.");
  }

  /** A wait of no time would never come to the end of all waits. */
  private static boolean isSane(Duration asked) {
    return asked.compareTo(FIRST) >= 0 && asked.compareTo(TOTAL) < 0;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }

  private static boolean isTransient(CloudException e) {
    return (e.kind() == ErrorKind.UNAVAILABLE && Faults.status(e) != 0)
        || Faults.isUnanswered(e)
        || e.kind() == ErrorKind.RATE_LIMITED;
  }

  /** The end of it, with what was made where that is told. */
  private record Done(@Nullable String item) {}

  /** A monitor that is gone has nothing more to tell; what came of it is seen elsewhere. */
  private Optional<Done> done(URI address) {
    try (Answer answer = client.bare(Call.of("GET", address))) {
      return switch (answer.status()) {
        case 200, 202 -> done(Json.report(answer));
        case 303 -> Optional.of(new Done(last(answer.header("Location"))));
        case 404, 410 -> Optional.of(new Done(null));
        default -> throw Faults.bare(answer);
      };
    }
  }

  /** A report, or in its place what was made: SharePoint may copy at once and tell where. */
  private static Optional<Done> done(Json report) {
    String status = report.text("status");
    String made = report.text("id");
    if (status == null && made != null) {
      return Optional.of(new Done(made));
    }
    return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
      case "completed" -> Optional.of(new Done(report.text("resourceId")));
      case "notstarted", "inprogress", "running", "waiting", "updating" -> Optional.empty();
      case "failed", "deletefailed", "cancelpending", "cancelled" -> throw failed(report);
      default -> throw Faults.protocol(new IOException("no state that a monitor tells of"));
    };
  }

  /** The last part of an address: of an item its id. */
  private static @Nullable String last(@Nullable String address) {
    return address == null ? null : address.substring(address.lastIndexOf('/') + 1);
  }

  private static CloudException failed(Json report) {
    Json error = report.object("error");
    String code = error == null ? report.text("errorCode") : error.text("code");
    return switch (code == null ? "" : code.toLowerCase(Locale.ROOT)) {
      case "namealreadyexists" -> Conflicts.taken();
      case "quotalimitreached", "insufficientstorage" ->
          new CloudException(ErrorKind.QUOTA_EXCEEDED, "The OneDrive is full.");
      case "accessdenied", "notallowed" ->
          new CloudException(
              ErrorKind.PROVIDER_DENIED, "Microsoft does not let this user do that there.");
      case "itemnotfound" -> Faults.notFound();
      default ->
          new CloudException(
              ErrorKind.UNAVAILABLE, "Microsoft could not make the copy. Try again later.");
    };
  }

  /** Looks a few times for what may take a moment. */
  <T> Optional<T> look(Supplier<Optional<T>> look) {
    Duration pause = FIRST;
    Optional<T> seen = look.get();
    for (int i = 1; seen.isEmpty() && i < MOST_LOOKS; i++) {
      pauses.pause(pause);
      pause = longer(pause);
      seen = look.get();
    }
    return seen;
  }
}
