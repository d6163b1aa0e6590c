package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.InetSocketAddress;
import java.util.List;
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
    return Arbitraries.of(Mutation.BITS);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> seeds = Arbitraries.of(Vectors.urls()).map(Vectors.Row::url);
    Arbitrary<List<Mutation>> mutations =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 200),
                Arbitraries.integers().between(0, 6),
                Arbitraries.of(Mutation.BITS))
            .as(Mutation::new)
            .list()
            .ofMinSize(0)
            .ofMaxSize(3);
    return Combinators.combine(seeds, mutations).as(Mutation::all);
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
                new HostileDns(),
                (address, timeout) -> {
                  SENTINEL.get().see(address);
                  return new java.net.Socket();
                })
            .build();
  }
}
