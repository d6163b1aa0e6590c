package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowRuleTest {
  private final RecordingConnector connector = new RecordingConnector();
  private final StubDns dns =
      StubDns.fromTable()
          .put("nas", "192.168.1.20")
          .put("cloud.lan", "10.1.2.3", "10.1.2.4", "10.1.2.3")
          .put("mixed.lan", "192.168.1.10,192.168.1.99")
          .put("wide.lan", "169.254.169.254", "100.100.100.200", "127.0.0.1", "10.0.0.1");

  @ParameterizedTest
  @CsvSource({
    // what is listed, what is asked for, whether it is reached
    "nextcloud.lan|192.168.1.10/32|443|https, https://nextcloud.lan/, true",
    "nextcloud.lan|192.168.1.0/24|443|https, https://nextcloud.lan/, true",
    "nextcloud.lan|192.168.1.0/24|443|https, https://NEXTCLOUD.lan./, true",
    "nextcloud.lan|192.168.1.11/32|443|https, https://nextcloud.lan/, false",
    "nextcloud.lan|192.168.1.10/32|8443|https, https://nextcloud.lan/, false",
    "nextcloud.lan|192.168.1.10/32|443|http, https://nextcloud.lan/, false",
    "nextcloud.lan|192.168.1.10/32|443|https, http://nextcloud.lan:443/, false",
    "nextcloud.lan|192.168.1.10/32|80|http, http://nextcloud.lan/, true",
    "other.lan|192.168.1.10/32|443|https, https://nextcloud.lan/, false",
    "nextcloud.lan|192.168.1.10/32|443|https, https://192.168.1.10/, false",
    "nextcloud.lan|192.168.1.10/32|443|https, https://evil.example.org/, false",
    "nextcloud.lan|192.168.1.10/32|443|https, https://x.nextcloud.lan/, false",
    "192.168.1.10|192.168.1.10/32|443|https, https://192.168.1.10/, true",
    "192.168.1.10|192.168.1.10/32|443|https, https://nextcloud.lan/, false",
    "nas|192.168.1.20/32|5006|https, https://nas:5006/, true",
    "nas|192.168.1.20/32|5006|https, https://nas/, false",
    "cloud.example.com|1.1.1.1/32|5006|https, https://cloud.example.com:5006/, true",
    "cloud.example.com|1.0.0.0/24|5006|https, https://cloud.example.com:5006/, false",
    "mixed.lan|192.168.1.10/32|443|https, https://mixed.lan/, false",
  })
  void S5_listedServer_isReachedOnlyWhenAllFourMatch(String rule, String url, boolean reached) {
    OutboundGuard guard = guard(rule);
    if (reached) {
      guard.connect(guard.parse(url), Guards.SECOND);
    } else {
      Guards.refused(() -> guard.connect(guard.parse(url), Guards.SECOND));
    }
    assertThat(connector.connected()).hasSize(reached ? 1 : 0);
  }

  @Test
  void S5_rebindingListedName_isRefusedWhileItLeavesItsRange() {
    OutboundGuard guard = guard("cloud.lan|10.1.2.3/32|443|https");
    Target target = guard.parse("https://cloud.lan/");
    guard.connect(target, Guards.SECOND);
    Guards.refused(() -> guard.connect(target, Guards.SECOND));
    guard.connect(target, Guards.SECOND);
    assertThat(connector.addresses()).containsExactly("10.1.2.3", "10.1.2.3");
  }

  @Test
  void S5_rebindingListedNameToMetadata_isRefused() {
    OutboundGuard guard = guard("nextcloud-rebind.lan|192.168.1.10/32|443|https");
    Target target = guard.parse("https://nextcloud-rebind.lan/");
    guard.connect(target, Guards.SECOND);
    Guards.refused(() -> guard.connect(target, Guards.SECOND));
    assertThat(connector.addresses()).containsExactly("192.168.1.10");
  }

  @Test
  void S5_widestRule_neverOpensMetadataOrLoopback() {
    OutboundGuard guard = guard("wide.lan|0.0.0.0/0|443|https");
    Target target = guard.parse("https://wide.lan/");
    for (int use = 0; use < 3; use++) {
      Guards.refused(() -> guard.connect(target, Guards.SECOND));
    }
    guard.connect(target, Guards.SECOND);
    assertThat(connector.addresses()).containsExactly("10.0.0.1");
  }

  @Test
  void S5_aRule_opensNothingButItself() {
    OutboundGuard guard = guard("nextcloud.lan|192.168.0.0/16|443|https");
    Guards.refused(() -> guard.connect(guard.parse("https://192.168.1.11/"), Guards.SECOND));
    Guards.refused(() -> guard.connect(guard.parse("https://evil.example.org/"), Guards.SECOND));
    guard.connect(guard.parse("https://cloud.example.com/"), Guards.SECOND);
    assertThat(connector.addresses()).containsExactly("1.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.lan|169.254.169.254/32|443|https",
        "x.lan|169.254.0.0/16|443|https",
        "x.lan|127.0.0.0/8|443|https",
        "x.lan|127.0.0.1/32|443|https",
        "x.lan|::1/128|443|https",
        "x.lan|fe80::/64|443|https",
        "x.lan|fd00:ec2::254/128|443|https",
        "x.lan|168.63.129.16/32|443|https",
        "x.lan|100.100.100.200/32|443|https",
        "x.lan|::ffff:10.0.0.1/128|443|https",
        "169.254.169.254|0.0.0.0/0|443|https",
      })
  void S5_ruleForWhatStaysClosed_isTheOperatorsFault(String rule) {
    assertFault(rule, "stay closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x.lan",
        "x.lan|10.0.0.0/8|443",
        "x.lan|10.0.0.0/8|443|https|more",
        "x.lan|10.0.0.1/8|443|https",
        "x.lan|10.0.0.0|443|https",
        "x.lan|10.0.0.0/33|443|https",
        "x.lan|10.0.0.0/08|443|https",
        "x.lan|10/8|443|https",
        "x.lan|10.0.0.0/8|0|https",
        "x.lan|10.0.0.0/8|65536|https",
        "x.lan|10.0.0.0/8|443|ftp",
        "*.lan|10.0.0.0/8|443|https",
        "https://x.lan|10.0.0.0/8|443|https",
        "[fd12::1]|fd12::/16|443|https",
        "10.9.9.9|192.168.0.0/16|443|https",
      })
  void S5_malformedRule_isTheOperatorsFault(String rule) {
    assertFault(rule, rule);
  }

  @Test
  void parse_ofBlanksAndCase_isNormalised() {
    assertThat(AllowRule.parse(" Nas.LAN | 10.0.0.0/8 | 443 | HTTPS "))
        .isEqualTo(new AllowRule("nas.lan", "10.0.0.0/8", 443, "https"));
  }

  private static void assertFault(String rule, String words) {
    assertThatThrownBy(() -> AllowRule.parse(rule))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining(words);
  }

  private OutboundGuard guard(String rule) {
    return Guards.stubbed(dns, connector).allow(List.of(AllowRule.parse(rule))).build();
  }
}
