package dev.davit.nextcloud;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A log-in that waits for its user.
 *
 * @param base where the Nextcloud begins
 * @param endpoint the path, at the same origin, where to ask
 * @param token with what
 * @param until when it is over
 */
record PageState(Target base, String endpoint, Secret token, Instant until) {
  private static final String VERSION = "1";

  Secret write() {
    return new Secret(
        String.join(
            "\n",
            VERSION,
            base.uri().toString(),
            endpoint,
            Long.toString(until.toEpochMilli()),
            token.reveal()));
  }

  /**
   * Empty if it is none of ours.
   *
   * @throws CloudException {@link dev.davit.ports.ErrorKind#ADDRESS_REFUSED} if the server may no
   *     longer be reached
   */
  static Optional<PageState> read(OutboundGuard guard, Secret state) {
    String[] parts = state.reveal().split("\n", 5);
    if (parts.length != 5 || !parts[0].equals(VERSION) || !parts[3].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochMilli(Long.parseLong(parts[3]));
    return Optional.of(new PageState(guard.parse(parts[1]), parts[2], new Secret(parts[4]), until));
  }
}
