package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the switch for development opens, and what it does not. */
class DevelopmentSwitchTest {
  private final RecordingConnector connector = new RecordingConnector();
  private final StubDns dns = StubDns.fromTable();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/",
        "https://127.0.0.1:9/",
        "http://localhost:1234/",
        "http://[::1]:80/",
        "https://127.9.9.9/"
      })
  void S5_loopback_isReachedOnlyByTheDevelopmentSwitch(String url) {
    dns.put("localhost", "127.0.0.1,::1");
    OutboundGuard open = Guards.stubbed(dns, connector).allowLoopback(true).build();
    open.connect(open.parse(url), Guards.SECOND);
    assertThat(connector.connected()).hasSize(1);
    OutboundGuard closed = Guards.stubbed(dns, connector).build();
    Guards.refused(() -> closed.parse(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/", "http://cloud.example.com/", "https://localtest.me/",
        "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/", "http://localhost.localdomain/",
        "https://cloud.example.com:25/", "https://169.254.169.254/"
      })
  void S5_developmentSwitch_opensNothingButLoopback(String url) {
    OutboundGuard open = Guards.stubbed(dns, connector).allowLoopback(true).build();
    Guards.refused(() -> open.connect(open.parse(url), Guards.SECOND));
    assertThat(connector.connected()).isEmpty();
  }

  @Test
  void S5_localhostThatResolvesElsewhere_isRefused() {
    dns.put("localhost", "127.0.0.1,10.0.0.1");
    OutboundGuard open = Guards.stubbed(dns, connector).allowLoopback(true).build();
    Guards.refused(() -> open.connect(open.parse("http://localhost/"), Guards.SECOND));
  }
}
