package dev.davit.onedrive.internal.http;

import dev.davit.onedrive.NationalCloud;
import java.util.Locale;
import java.util.Set;

/**
 * Under which names Microsoft keeps files, uploads and monitors (Microsoft: "Required URLs and
 * ports for OneDrive"; "Office 365 URLs and IP address ranges" of each national cloud).
 */
final class Domains {
  private static final Set<String> GLOBAL =
      Set.of(
          "sharepoint.com",
          "microsoftpersonalcontent.com",
          "1drv.com",
          "onedrive.com",
          "live.com",
          "live.net",
          "livefilestore.com",
          "svc.ms",
          "microsoft.com");

  private static final Set<String> US_GOVERNMENT = Set.of("sharepoint.us", "onedrive.us", "svc.ms");
  private static final Set<String> US_DEFENSE =
      Set.of("sharepoint-mil.us", "dps.mil", "od.apps.mil", "svc.ms");
  private static final Set<String> CHINA = Set.of("sharepoint.cn", "partner.microsoftonline.cn");

  private Domains() {}

  /** Whether a host has such a name, or one below it. */
  static boolean hold(NationalCloud cloud, String host) {
    String name = "." + host.toLowerCase(Locale.ROOT);
    return of(cloud).stream().anyMatch(domain -> name.endsWith("." + domain));
  }

  private static Set<String> of(NationalCloud cloud) {
    return switch (cloud) {
      case GLOBAL -> GLOBAL;
      case US_GOVERNMENT -> US_GOVERNMENT;
      case US_DEFENSE -> US_DEFENSE;
      case CHINA -> CHINA;
    };
  }
}
