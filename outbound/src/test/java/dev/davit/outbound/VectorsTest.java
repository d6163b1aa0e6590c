package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.outbound.Vectors.Row;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables, when it is typed, when it is connected to, and at each later use. */
class VectorsTest {
  private static final int USES = 6;
  private static final Pattern HANDED_OUT =
      Pattern.compile("(?:Location |<d:href>)(?<to>[^\\]<]+)");

  private final RecordingConnector connector = new RecordingConnector();
  private final OutboundGuard guard =
      Guards.stubbed(StubDns.fromTable(), connector)
          .denySelf(List.of(new InetSocketAddress("198.41.0.4", 443)))
          .build();

  static List<Row> denied() {
    return Vectors.urls().stream()
        .filter(row -> !row.allowed() && !isRebinding(row) && !isHandedOut(row))
        .toList();
  }

  static List<Row> allowed() {
    return Vectors.urls().stream().filter(Row::allowed).toList();
  }

  static List<Row> rebinding() {
    return Vectors.urls().stream().filter(VectorsTest::isRebinding).toList();
  }

  static List<Row> handedOut() {
    return Vectors.urls().stream().filter(VectorsTest::isHandedOut).toList();
  }

  static List<Row> allowListed() {
    return Vectors.allowListed();
  }

  private static boolean isRebinding(Row row) {
    return row.reason().startsWith("DNS_REBIND");
  }

  private static boolean isHandedOut(Row row) {
    return row.reason().startsWith("REDIRECT") || row.reason().startsWith("HREF");
  }

  @Test
  void tables_areWhole() {
    assertThat(denied()).hasSizeGreaterThan(100);
    assertThat(denied().size() + allowed().size() + rebinding().size() + handedOut().size())
        .isEqualTo(Vectors.urls().size());
    assertThat(rebinding()).hasSize(2);
    assertThat(handedOut()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("denied")
  void S1_S2_S4_deniedAddress_isRefusedAtEveryUse(Row row) {
    for (int use = 0; use < USES; use++) {
      Guards.refused(() -> guard.connect(guard.parse(row.url()), Guards.SECOND));
    }
    assertThat(connector.connected()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void S1_S2_S4_allowedAddress_isReachedAtEveryUse(Row row) {
    Target target = guard.parse(row.url());
    for (int use = 0; use < USES; use++) {
      guard.connect(target, Guards.SECOND);
    }
    assertThat(connector.connected())
        .hasSize(USES)
        .allMatch(to -> AddressOracle.isPublic(to.getAddress().getAddress()))
        .allMatch(to -> to.getPort() == target.port());
  }

  @ParameterizedTest
  @MethodSource("rebinding")
  void S2_rebindingName_isReachedOnlyWhereThatLookupWasChecked(Row row) {
    Target target = guard.parse(row.url());
    int refused = 0;
    for (int use = 0; use < USES; use++) {
      refused += connects(target) ? 0 : 1;
    }
    assertThat(refused).isGreaterThanOrEqualTo(2);
    assertThat(connector.addresses()).isNotEmpty().containsOnly("1.1.1.1");
  }

  @ParameterizedTest
  @MethodSource("handedOut")
  void S4_S7_handedOutAddressOfAnotherOrigin_isRefused(Row row) {
    Matcher address = HANDED_OUT.matcher(row.reason());
    assertThat(address.find()).isTrue();
    Target asked = guard.parse(row.url());
    Guards.refused(() -> guard.connect(guard.follow(asked, address.group("to")), Guards.SECOND));
    assertThat(connector.connected()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allowListed")
  void S5_allowListRow_isJudgedAtEveryUse(Row row) {
    OutboundGuard listed =
        Guards.stubbed(StubDns.fromTable(), connector)
            .allow(
                List.of(
                    AllowRule.parse("nextcloud.lan|192.168.1.10/32|443|https"),
                    AllowRule.parse("192.168.1.10|192.168.1.10/32|443|https"),
                    AllowRule.parse("nextcloud-rebind.lan|192.168.1.10/32|443|https"),
                    AllowRule.parse("nextcloud-lo.lan|192.168.1.10/32|443|https"),
                    AllowRule.parse("everything.example.com|0.0.0.0/0|443|https")))
            .build();
    for (int use = 0; use < USES; use++) {
      if (row.allowed()) {
        listed.connect(listed.parse(row.url()), Guards.SECOND);
      } else {
        Guards.refused(() -> listed.connect(listed.parse(row.url()), Guards.SECOND));
      }
    }
    assertThat(connector.connected()).hasSize(row.allowed() ? USES : 0);
  }

  private boolean connects(Target target) {
    try {
      guard.connect(target, Guards.SECOND);
      return true;
    } catch (CloudException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
      return false;
    }
  }
}
