package dev.davit.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operator reads when the server is up: where it is, what is not configured, and which
 * settings would.
 */
final class StartReport {
  private StartReport() {}

  static String of(Settings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("Davit is ready at " + Wiring.publicUrl(settings));
    lines.add("  data          " + settings.data());
    lines.add(
        "  keyset        "
            + settings.keysetFile()
            + " (back it up: without it no credential opens)");
    lines.add(
        "  providers     "
            + (settings.google() == null ? "WebDAV, Nextcloud" : "WebDAV, Nextcloud, Google Drive")
            + "; documents of users without a cloud are kept on this disk");
    google(settings, lines);
    notConfigured(settings, lines);
    warnings(settings, lines);
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static void google(Settings settings, List<String> lines) {
    lines.add(
        settings.google() == null
            ? "  Google Drive  not offered; DAVIT_GOOGLE_CLIENT_ID and DAVIT_GOOGLE_CLIENT_SECRET are"
                + " what it needs"
            : "  Google Drive  the redirect URI to enter in Google's console is "
                + Wiring.callback(settings)
                + "/google_drive");
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
    GoogleSettings google = settings.google();
    if (google != null && google.devUrl() != null) {
      lines.add(
          "  WARNING       DAVIT_DEV_GOOGLE_URL is set: "
              + google.devUrl()
              + " is taken for Google. For development only.");
    }
    if (!settings.devClockOffset().isZero()) {
      lines.add(
          "  WARNING       DAVIT_DEV_CLOCK_OFFSET is set: this clock is wrong. For development only.");
    }
  }
}
