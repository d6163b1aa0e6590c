package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pages of a {@link MemoryServer}, on which the test is the user: it grants, denies, or lets
 * the time pass. Of the faults, {@code startPage} and {@code pollPage} are its operations. Safe for
 * use by many threads.
 */
public final class MemoryPageLogin implements PageLogin {
  /** How long a user has. */
  public static final Duration LIFETIME = Duration.ofMinutes(20);

  private final MemoryServer server;
  private final ConcurrentMap<String, Pending> pending = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  MemoryPageLogin(MemoryServer server) {
    this.server = server;
  }

  /**
   * Takes any https address for its own.
   *
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED} for any other
   */
  @Override
  public Started start(String serverUrl) {
    server.faults().before("startPage");
    if (!serverUrl.matches("https://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]*)*")) {
      throw new CloudException(
          ErrorKind.ADDRESS_REFUSED, "This address can't be used.", Hints.field("server_url"));
    }
    String number = Long.toString(count.incrementAndGet());
    URI page = URI.create(serverUrl.replaceFirst("/$", "") + "/login/" + number);
    String state = "state-" + number + "-of-a-page";
    pending.put(state, new Pending(page, server.now().plus(LIFETIME), Optional.empty()));
    server.faults().after("startPage");
    return new Started(page, new Secret(state), LIFETIME);
  }

  @Override
  public Optional<Grant> poll(Secret state) {
    server.faults().before("pollPage");
    Pending flow = pending.get(state.reveal());
    if (flow == null || !server.now().isBefore(flow.until())) {
      throw new CloudException(ErrorKind.INVALID_FLOW, "This log-in is over. Start again.");
    }
    Optional<Grant> grant = flow.granted().filter(g -> pending.remove(state.reveal(), flow));
    server.faults().after("pollPage");
    return grant;
  }

  /**
   * The user logs in on a page and grants it. The next poll gets it, and no other.
   *
   * @throws IllegalArgumentException if there is no such page, or no such account
   */
  public void grant(URI page, String account) {
    Grant grant = MemoryLogin.grant(account, server.password(account));
    String state = stateOf(page);
    pending.computeIfPresent(
        state, (key, flow) -> new Pending(page, flow.until(), Optional.of(grant)));
  }

  /**
   * The user denies it on the page.
   *
   * @throws IllegalArgumentException if there is no such page
   */
  public void deny(URI page) {
    pending.remove(stateOf(page));
  }

  /** How many log-ins were begun and neither taken nor denied. */
  public int unfinished() {
    return pending.size();
  }

  private String stateOf(URI page) {
    return pending.entrySet().stream()
        .filter(entry -> entry.getValue().page().equals(page))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("nobody waits for this page"))
        .getKey();
  }

  private record Pending(URI page, Instant until, Optional<Grant> granted) {}
}
