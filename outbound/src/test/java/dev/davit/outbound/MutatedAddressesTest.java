package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** Addresses made from those of the tables by every small change that an attacker might try. */
class MutatedAddressesTest {
  private static final List<String> HOSTILE =
      List.of(
          "127.0.0.1",
          "169.254.169.254",
          "10.0.0.5",
          "::1",
          "::ffff:127.0.0.1",
          "1.1.1.1,10.0.0.5",
          "64:ff9b::a9fe:a9fe",
          "",
          "fd00:ec2::254",
          "1.1.1.1",
          "2606:4700:4700::1111");
  private static final List<String> BITS =
      List.of(
          "@",
          "\\",
          "/",
          "//",
          ":",
          ":443",
          ":8443",
          ":80",
          ":0",
          "%",
          "%2f",
          "%2e",
          "%00",
          "%40",
          "\0",
          "\t",
          "\r\n",
          " ",
          "#",
          "?",
          "[",
          "]",
          "[::1]",
          ".",
          "..",
          "127.0.0.1",
          "127.1",
          "0x7f",
          "0177",
          "2130706433",
          "localhost",
          "169.254.169.254",
          "\u3002",
          "\uff0e",
          "\u2460",
          "\uff11",
          "\u200b",
          "\u212a",
          "\ud800",
          "é",
          "xn--",
          "https",
          "http",
          "ftp:",
          "https://",
          ".lan",
          ".internal",
          "-",
          "_",
          ";",
          ",",
          "1",
          "0",
          "a",
          "%25",
          "::",
          "ffff");

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  void S1_S2_mutatedAddress_neverReachesWhatItMustNot(
      @ForAll("addresses") String url, @ForAll("bits") String location) {
    check(url, location);
  }

  @Tag("long")
  @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
  void S1_S2_manyMutatedAddresses_neverReachWhatTheyMustNot(
      @ForAll("addresses") String url, @ForAll("bits") String location) {
    check(url, location);
  }

  private static void check(String url, String location) {
    Sentinel sentinel = new Sentinel();
    OutboundGuard guard = SharedGuard.GUARD;
    SharedGuard.SENTINEL.set(sentinel);
    try {
      Target target = guard.parse(url);
      assertThat(target.uri().getHost()).isEqualTo(bracketed(target.host()));
      guard.connect(target, Guards.SECOND);
      Target next = guard.follow(target, url.length() % 2 == 0 ? location : url + location);
      assertThat(next.sameOrigin(target)).isTrue();
      guard.connect(next, Guards.SECOND);
    } catch (CloudException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
      assertThat(e).hasMessage(Refusal.TEXT);
    }
    assertThat(sentinel.sawDenied).as(url).isFalse();
    // Not vacuous: enough of them are let through to be looked at.
    Statistics.label("connected")
        .collect(sentinel.connected)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 1));
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  @Provide
  Arbitrary<String> bits() {
    return Arbitraries.of(BITS);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> seeds = Arbitraries.of(Vectors.urls()).map(Vectors.Row::url);
    Arbitrary<List<Mutation>> mutations =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 200),
                Arbitraries.integers().between(0, 6),
                Arbitraries.of(BITS))
            .as(Mutation::new)
            .list()
            .ofMinSize(0)
            .ofMaxSize(3);
    return Combinators.combine(seeds, mutations).as(MutatedAddressesTest::mutated);
  }

  private static String mutated(String seed, List<Mutation> mutations) {
    String text = seed;
    for (Mutation mutation : mutations) {
      text = mutation.apply(text);
    }
    return text;
  }

  /** One small change at one place. */
  private record Mutation(int kind, int place, int length, String bit) {
    String apply(String text) {
      int at = text.isEmpty() ? 0 : place % text.length();
      int end = Math.min(text.length(), at + length);
      String cut = text.substring(at, end);
      return switch (kind) {
        case 0 -> text.substring(0, at) + bit + text.substring(at);
        case 1 -> text.substring(0, at) + bit + text.substring(end);
        case 2 -> text.substring(0, at) + text.substring(end);
        case 3 -> text.substring(0, at) + cut + cut + text.substring(end);
        case 4 -> text.substring(0, at) + cut.toUpperCase(Locale.ROOT) + text.substring(end);
        default -> "https://" + bit + text.substring(at);
      };
    }
  }

  /** Looks at where a connection would go. */
  private static final class Sentinel {
    private boolean sawDenied;
    private boolean connected;

    void see(InetSocketAddress address) {
      connected = true;
      boolean goodPort = address.getPort() == 443 || address.getPort() == 8443;
      sawDenied |= !goodPort || !AddressOracle.isPublic(address.getAddress().getAddress());
    }
  }

  /** One guard for all tries: building one reads the system's authorities. */
  private static final class SharedGuard {
    static final ThreadLocal<Sentinel> SENTINEL = ThreadLocal.withInitial(Sentinel::new);
    static final OutboundGuard GUARD =
        Guards.stubbed(
                SharedGuard::answer,
                (address, timeout) -> {
                  SENTINEL.get().see(address);
                  return new java.net.Socket();
                })
            .build();

    /** Whatever the name, some answer that an attacker's server might give. */
    static List<InetAddress> answer(String host) throws UnknownHostException {
      int choice = Math.floorMod(host.hashCode(), HOSTILE.size() + 1);
      if (choice == HOSTILE.size()) {
        throw new UnknownHostException(host);
      }
      return StubDns.addresses(HOSTILE.get(choice));
    }
  }
}
