package dev.davit.nextcloud;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that a Nextcloud hands out. They must be of the host and port that the user typed;
 * their scheme does not count, since behind a proxy a server often thinks that it is asked by http.
 *
 * @param base the Nextcloud's own address
 */
record HandedOut(OutboundGuard guard, Target base) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(?<authority>[^/?#]*)(?<path>/[^?#]*)");

  /**
   * An address, at the origin of the base.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is missing, no address, or leads
   *     elsewhere
   */
  Target target(Optional<String> text) {
    Matcher address = ADDRESS.matcher(text.orElse(""));
    if (!address.matches()
        || !address.group("authority").toLowerCase(Locale.ROOT).equals(base.authority())) {
      throw elsewhere(new IOException("an address of another origin was handed out"));
    }
    try {
      return guard.follow(base, address.group("path"));
    } catch (CloudException e) {
      throw elsewhere(e);
    }
  }

  private static CloudException elsewhere(Exception cause) {
    return new CloudException(
        ErrorKind.PROTOCOL,
        "The Nextcloud leads to another address than the one that was typed. Its administrator"
            + " should look at its settings.",
        Hints.NONE,
        null,
        cause);
  }
}
