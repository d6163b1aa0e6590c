package dev.davit.emulator.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The applications that are registered.
 *
 * @param <C> the vendor's own
 */
public abstract class Registry<C> {
  private final Map<String, C> byId = new ConcurrentHashMap<>();
  private final Function<C, String> id;

  /** None yet. */
  protected Registry(Function<C, String> id) {
    this.id = id;
  }

  /** Registers one, or changes what is registered under its id. */
  public final void register(C client) {
    byId.put(id.apply(client), client);
  }

  /** The one of this id, if it is registered. */
  public final Optional<C> find(String wanted) {
    return Optional.ofNullable(byId.get(wanted));
  }

  /** As it is registered now, which may be otherwise than when its tokens were issued. */
  public final C now(C client) {
    return byId.getOrDefault(id.apply(client), client);
  }
}
