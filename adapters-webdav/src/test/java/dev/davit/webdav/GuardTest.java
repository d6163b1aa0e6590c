package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every connection goes through the guard: nothing here leaves this machine. */
class GuardTest extends ScriptedTest {
  private final List<String> connected = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();

  private WebDavProvider recording() {
    OutboundGuard guard =
        OutboundGuard.builder().resolver(this::resolve).connector(this::connect).build();
    return new WebDavProvider(guard, Davs.settings());
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    return List.of(InetAddress.getByName(answers.remove()));
  }

  private java.net.Socket connect(InetSocketAddress address, java.time.Duration timeout)
      throws IOException {
    connected.add(address.getAddress().getHostAddress() + ":" + address.getPort());
    throw new IOException("only recorded");
  }

  private static void verify(WebDavProvider provider, String url) {
    SecretFields fields = Davs.fields(url);
    ((Authentication.Fields) provider.authentication()).verify(fields);
  }

  @Test
  void S2_verify_connectsToTheAddressThatWasJudged_andLooksItUpOnce() {
    answers.add("93.184.216.34");
    try (WebDavProvider provider = recording()) {
      assertKind(ErrorKind.ADDRESS_REFUSED, () -> verify(provider, "https://cloud.example.com"));
      assertKind(
          ErrorKind.ADDRESS_REFUSED, () -> verify(provider, "https://[2606:4700::1]:8443/dav"));
    }
    assertThat(connected).containsExactly("93.184.216.34:443", "2606:4700:0:0:0:0:0:1:8443");
    assertThat(answers).isEmpty();
  }

  @Test
  void S2_laterUse_nameThatNowLeadsInside_isRefusedBeforeAnyConnection() {
    answers.add("93.184.216.34");
    answers.add("192.168.1.1");
    try (WebDavProvider provider = recording()) {
      Storage storage = provider.open(Davs.source(Davs.fields("https://cloud.example.com/dav/")));
      ListRequest top = new ListRequest(EntryId.ROOT, 5, null);

      assertKind(ErrorKind.UNAVAILABLE, () -> storage.list(top));
      assertKind(ErrorKind.ADDRESS_REFUSED, () -> storage.list(top));
    }
    assertThat(connected).containsExactly("93.184.216.34:443");
  }
}
