package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.GrantsPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where users are sent to take back what nobody else can. */
class GrantsPagesTest {
  private static final OneDriveSettings COMMON = OneDriveSettings.of("id", new Secret("secret"));

  private static List<String> hosts(OneDriveSettings settings) {
    return GrantsPages.of(settings).stream().map(page -> page.address().getHost()).toList();
  }

  @Test
  void pages_areThoseOfTheAccountsThatMayConnect() {
    assertThat(hosts(COMMON)).containsExactly("account.live.com", "myapps.microsoft.com");
    assertThat(hosts(COMMON.withTenant("consumers"))).containsExactly("account.live.com");
    assertThat(hosts(COMMON.withTenant("organizations"))).containsExactly("myapps.microsoft.com");
    assertThat(hosts(COMMON.withTenant("contoso.com"))).containsExactly("myapps.microsoft.com");
    assertThat(hosts(COMMON.withCloud(NationalCloud.US_DEFENSE)))
        .containsExactly("myapps.microsoft.us");
    assertThat(hosts(COMMON.withCloud(NationalCloud.CHINA)))
        .containsExactly("myapps.windowsazure.cn");
    assertThat(GrantsPages.of(COMMON))
        .extracting(GrantsPage::whose)
        .containsExactly("personal accounts", "accounts of work or school");
  }
}
