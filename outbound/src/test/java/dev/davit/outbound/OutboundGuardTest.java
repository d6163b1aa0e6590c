package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is judged, when, and in which words it is refused. */
class OutboundGuardTest {
  private final RecordingConnector connector = new RecordingConnector();
  private final StubDns dns = StubDns.fromTable();

  @Test
  void S6_allRefusals_haveOneTextAndTellTheOperatorWhich() {
    OutboundGuard guard =
        Guards.stubbed(dns, connector)
            .denySelf(List.of(new InetSocketAddress("198.41.0.4", 443)))
            .build();
    OutboundGuard unreachable = Guards.stubbed(dns, OutboundGuardTest::refuseConnection).build();
    Target good = guard.parse("https://cloud.example.com/");
    List<String> reasons =
        List.of(
            Guards.refused(() -> guard.parse("https://user:secret@cloud.example.com/")),
            Guards.refused(() -> guard.parse("ftp://cloud.example.com/")),
            Guards.refused(() -> guard.parse("https://cloud.example.com:25/")),
            Guards.refused(() -> guard.parse("https://localhost/")),
            Guards.refused(() -> guard.parse("https://10.0.0.1/")),
            Guards.refused(() -> guard.resolve(guard.parse("https://self.example.com/"))),
            Guards.refused(() -> guard.follow(good, "https://other.example.org/")),
            Guards.refused(() -> guard.resolve(guard.parse("https://nx.attacker.example/"))),
            Guards.refused(() -> unreachable.connect(good, Guards.SECOND)),
            Guards.refused(() -> guard.secure(new Socket(), good, Guards.SECOND)));
    assertThat(reasons)
        .extracting(reason -> reason.substring(0, reason.indexOf(':')))
        .containsExactly(
            "SYNTAX",
            "SCHEME",
            "PORT",
            "NAME",
            "ADDRESS",
            "SELF",
            "ORIGIN",
            "UNRESOLVABLE",
            "UNREACHABLE",
            "TLS");
    assertThat(reasons).noneMatch(reason -> reason.contains("secret"));
  }

  @Test
  void S2_targetMadeByHand_isJudgedLikeAnyOther() {
    OutboundGuard guard = Guards.stubbed(dns, connector).build();
    List<Target> targets =
        List.of(
            new Target("http", "cloud.example.com", 80, "/"),
            new Target("https", "cloud.example.com", 6379, "/"),
            new Target("https", "localhost", 443, "/"),
            new Target("https", "169.254.169.254", 443, "/"));
    for (Target target : targets) {
      Guards.refused(() -> guard.resolve(target));
      Guards.refused(() -> guard.connect(target, Guards.SECOND));
      Guards.refused(() -> guard.follow(target, "/x"));
    }
    assertThat(connector.connected()).isEmpty();
  }

  @Test
  void S2_rebindingBetweenLookups_neverReachesAnUncheckedAddress() {
    AtomicInteger lookups = new AtomicInteger();
    List<String> answers =
        List.of("1.1.1.1", "127.0.0.1", "1.1.1.1,127.0.0.1", "169.254.169.254", "9.9.9.9,::1");
    NameResolver rebinding =
        host -> StubDns.addresses(answers.get(lookups.getAndIncrement() * 7 % answers.size()));
    OutboundGuard guard = Guards.stubbed(rebinding, connector).build();
    Target target = guard.parse("https://rebind.attacker.example/");
    int refused = 0;
    for (int attempt = 0; attempt < 1000; attempt++) {
      refused += connects(guard, target) ? 0 : 1;
    }
    assertThat(lookups).hasValue(1000);
    assertThat(refused).isEqualTo(800);
    assertThat(connector.addresses()).hasSize(200).containsOnly("1.1.1.1");
  }

  /** OkHttp asks no resolver about a literal; here whoever connects is judged, asked or not. */
  @Test
  void S3_literals_areJudgedWhereSocketsAreMade_thoughNoNameIsLookedUp() {
    NameResolver none =
        host -> {
          throw new AssertionError("a literal was looked up: " + host);
        };
    OutboundGuard guard = Guards.stubbed(none, connector).build();
    guard.connect(new Target("https", "1.1.1.1", 443, "/"), Guards.SECOND);
    for (String inside : List.of("127.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1")) {
      Guards.refused(() -> guard.connect(new Target("https", inside, 443, "/"), Guards.SECOND));
    }
    assertThat(connector.addresses()).containsExactly("1.1.1.1");
  }

  @Test
  void S2_checkedEarlier_isCheckedAgainWhenConnecting() {
    dns.put("later.example", "1.1.1.1", "10.0.0.5");
    OutboundGuard guard = Guards.stubbed(dns, connector).build();
    Target target = guard.parse("https://later.example/");
    assertThat(guard.resolve(target)).hasSize(1);
    Guards.refused(() -> guard.connect(target, Guards.SECOND));
    assertThat(connector.connected()).isEmpty();
  }

  @Test
  void S2_ownServices_areClosedWhateverElseIsOpen() {
    OutboundGuard guard =
        Guards.stubbed(dns, connector)
            .allowLoopback(true)
            .allow(List.of(AllowRule.parse("db.lan|10.0.0.0/8|5432|https")))
            .denySelf(
                List.of(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080),
                    InetSocketAddress.createUnresolved("DB.lan", 5432)))
            .build();
    Guards.refused(() -> guard.parse("http://127.0.0.1:8080/"));
    Guards.refused(() -> guard.parse("https://db.lan:5432/"));
    guard.connect(guard.parse("http://127.0.0.1:8081/"), Guards.SECOND);
    assertThat(connector.connected()).hasSize(1);
  }

  private static boolean connects(OutboundGuard guard, Target target) {
    try {
      guard.connect(target, Guards.SECOND);
      return true;
    } catch (dev.davit.ports.CloudException e) {
      return false;
    }
  }

  private static Socket refuseConnection(InetSocketAddress address, Duration timeout)
      throws IOException {
    throw new IOException("connection refused");
  }
}
