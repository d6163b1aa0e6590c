package dev.davit;

import dev.davit.ports.storage.ProviderInfo;
import java.util.List;

/**
 * Davit's use cases over the adapters that were chosen. One for an application; safe for use by
 * many threads.
 */
public final class Davit implements AutoCloseable {
  private final House house;

  Davit(House house) {
    this.house = house;
  }

  public static DavitBuilder builder() {
    return new DavitBuilder();
  }

  /** What this server offers, and which fields to ask the user for. */
  public List<ProviderInfo> providers() {
    return house.providers().infos();
  }

  public Connections connections() {
    return house.connections();
  }

  /** Connecting accounts on the provider's own page of consent. */
  public OAuth oauth() {
    return house.oauth();
  }

  public Files files() {
    return house.files();
  }

  public Documents documents() {
    return house.documents();
  }

  public DefaultStorages defaultStorages() {
    return house.defaultStorages();
  }

  /**
   * The built-in accounts.
   *
   * @throws IllegalStateException if no password hasher and rate limiter were given
   */
  public Accounts accounts() {
    return house.requireAccounts();
  }

  public Owners owners() {
    return house.owners();
  }

  public ServerKeys serverKeys() {
    return house.serverKeys();
  }

  /** What was done, by whom, and whether the record of it is still as it was written. */
  public Audit audit() {
    return house.audit();
  }

  public Jobs jobs() {
    return house.jobs();
  }

  /**
   * Stops the background work: waits ten seconds or a little more for what is under way, and gives
   * the rest back for another node. What was handed in stays open.
   */
  @Override
  public void close() {
    house.stop();
  }
}
