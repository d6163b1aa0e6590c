package dev.davit.testkit.memory;

import dev.davit.ports.Credential;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A storage provider in memory that is connected by OAuth. Its storages are those of {@link
 * MemoryStorageProvider}; an access token that is expired or revoked, or lacks the scope {@link
 * MemoryOAuth#FILES}, is refused.
 */
public final class MemoryOAuthProvider implements StorageProvider {
  private final ProviderInfo info;
  private final MemoryServer server;
  private final MemoryOAuth oauth;
  private final MemoryOAuthClient client;

  private MemoryOAuthProvider(ProviderId id, InstantSource clock) {
    info = new ProviderInfo(id, "Memory with OAuth", EnumSet.allOf(Capability.class), List.of());
    server = new MemoryServer(clock, Names.FREE);
    oauth = new MemoryOAuth(server, clock);
    client = new MemoryOAuthClient(oauth);
  }

  /**
   * The provider {@code memory_oauth}, without accounts.
   *
   * @param clock the far side's, by which tokens expire
   */
  public static MemoryOAuthProvider at(InstantSource clock) {
    return at(new ProviderId("memory_oauth"), clock);
  }

  /** As {@link #at(InstantSource)}, under another id. */
  public static MemoryOAuthProvider at(ProviderId id, InstantSource clock) {
    return new MemoryOAuthProvider(id, clock);
  }

  /** The authorization server: consents, options, faults, counters. */
  public MemoryOAuth oauth() {
    return oauth;
  }

  /** The storage server: files, faults, counters. */
  public MemoryServer server() {
    return server;
  }

  @Override
  public ProviderInfo info() {
    return info;
  }

  @Override
  public Authentication authentication() {
    return client;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return new MemoryStorage(Gate.guarded(server, this::account, credentials));
  }

  private Optional<MemoryAccount> account(Credential credential) {
    return credential instanceof OAuthTokens tokens
        ? oauth.grants().account(tokens.access()).map(server::require)
        : Optional.empty();
  }
}
