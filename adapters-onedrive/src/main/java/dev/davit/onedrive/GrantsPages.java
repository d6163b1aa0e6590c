package dev.davit.onedrive;

import dev.davit.ports.storage.GrantsPage;
import java.net.URI;
import java.util.List;

/**
 * Where users take back what they granted: Microsoft can't be asked to end a single grant
 * (Microsoft identity platform, "Refresh tokens": only users and administrators revoke).
 */
final class GrantsPages {
  private static final GrantsPage PERSONAL =
      new GrantsPage("personal accounts", URI.create("https://account.live.com/consent/Manage"));

  private GrantsPages() {}

  /** Those of the accounts that may connect. */
  static List<GrantsPage> of(OneDriveSettings settings) {
    GrantsPage work = new GrantsPage("accounts of work or school", apps(settings.cloud()));
    if (settings.cloud() != NationalCloud.GLOBAL) {
      return List.of(work);
    }
    return switch (settings.tenant()) {
      case "common" -> List.of(PERSONAL, work);
      case "consumers" -> List.of(PERSONAL);
      default -> List.of(work);
    };
  }

  private static URI apps(NationalCloud cloud) {
    return switch (cloud) {
      case GLOBAL -> URI.create("https://myapps.microsoft.com");
      case US_GOVERNMENT, US_DEFENSE -> URI.create("https://myapps.microsoft.us");
      case CHINA -> URI.create("https://myapps.windowsazure.cn");
    };
  }
}
