package dev.davit.app;

import dev.davit.objectstore.S3Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator reads when the server is up: where it is, what is not configured, and which
 * settings would.
 */
final class StartReport {
  private StartReport() {}

  static String of(Settings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("Davit is ready at " + Wiring.publicUrl(settings));
    lines.add("  node          " + Node.name(settings));
    lines.add("  data          " + settings.data());
    lines.add("  database      " + settings.database().described());
    lines.add(
        "  keyset        "
            + settings.keysetFile()
            + " (back it up: without it no credential opens)");
    lines.add("  redis         " + redis(settings));
    lines.add(
        "  providers     "
            + providers(settings)
            + "; documents of users without a cloud are kept "
            + settings.storage().described());
    Arrays.stream(OAuthVendor.values()).map(vendor -> vendor(settings, vendor)).forEach(lines::add);
    notConfigured(settings, lines);
    unencrypted(settings, lines);
    warnings(settings, lines);
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static String redis(Settings settings) {
    if (settings.redis() != null) {
      return "pending connects and rates are there, for all nodes";
    }
    return "none; pending connects are in the database"
        + (settings.database().isShared()
            ? ", and rates are counted by each node: DAVIT_REDIS_URL counts them together"
            : "");
  }

  private static String providers(Settings settings) {
    return Stream.concat(
            Stream.of("WebDAV", "Nextcloud"),
            Arrays.stream(OAuthVendor.values())
                .filter(vendor -> vendor.client(settings) != null)
                .map(OAuthVendor::storage))
        .collect(Collectors.joining(", "));
  }

  private static String vendor(Settings settings, OAuthVendor vendor) {
    String says =
        vendor.client(settings) == null
            ? "not offered; %s and %s are what it needs"
                .formatted(vendor.setting("CLIENT_ID"), vendor.setting("CLIENT_SECRET"))
            : "the redirect URI to enter in %s is %s"
                .formatted(vendor.console(), Wiring.callback(settings) + vendor.callbackEnd());
    return "  %-13s %s".formatted(vendor.storage(), says);
  }

  private static void notConfigured(Settings settings, List<String> lines) {
    if (!settings.openRegistration()) {
      lines.add(
          "  accounts      made by `davit user add EMAIL`; DAVIT_REGISTRATION=open lets anyone register");
    }
    if (settings.publicUrl() == null) {
      lines.add(
          "  address       this machine only; DAVIT_HOST and DAVIT_PUBLIC_URL make it reachable");
    }
    if (settings.outboundAllow().isEmpty()) {
      lines.add(
          "  private nets  refused; DAVIT_OUTBOUND_ALLOW names servers that users may connect there");
    }
    if (settings.trustFile() == null) {
      lines.add("  authorities   the system's; DAVIT_TRUST_FILE adds private ones");
    }
  }

  private static void warnings(Settings settings, List<String> lines) {
    if (settings.devAllowLoopback()) {
      lines.add(
          "  WARNING       DAVIT_DEV_ALLOW_LOOPBACK is on: users reach every port of this machine. For"
              + " development only.");
    }
    for (OAuthVendor vendor : OAuthVendor.values()) {
      OAuthClientSettings client = vendor.client(settings);
      if (client != null && client.devUrl() != null) {
        lines.add(
            "  WARNING       %s is set: %s is taken for %s. For development only."
                .formatted(vendor.devSetting(), client.devUrl(), vendor.called()));
      }
    }
    if (!settings.devClockOffset().isZero()) {
      lines.add(
          "  WARNING       DAVIT_DEV_CLOCK_OFFSET is set: this clock is wrong. For development only.");
    }
  }

  private static void unencrypted(Settings settings, List<String> lines) {
    S3Settings s3 = settings.storage().s3();
    if (s3 != null && !SettingsAddresses.isSafe(s3.endpoint())) {
      lines.add(
          "  WARNING       DAVIT_S3_ENDPOINT is http: documents go there for all to read who share the"
              + " network.");
    }
  }
}
