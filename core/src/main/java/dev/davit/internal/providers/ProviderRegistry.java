package dev.davit.internal.providers;

import dev.davit.internal.input.Problems;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.StorageProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The providers of this server, and the application's own storage. */
public final class ProviderRegistry {
  private final ProviderCalls calls;
  private final Map<ProviderId, StorageProvider> providers = new LinkedHashMap<>();
  private final @Nullable StorageProvider application;

  /**
   * The providers in the order in which they are shown.
   *
   * @param application the application's own storage, where there is one
   */
  public ProviderRegistry(
      ProviderCalls calls, List<StorageProvider> providers, @Nullable StorageProvider application) {
    this.calls = calls;
    providers.forEach(provider -> this.providers.put(provider.info().id(), provider));
    this.application = application;
  }

  /** What can be said of them to everyone. */
  public List<ProviderInfo> infos() {
    return Stream.concat(providers.values().stream(), Stream.ofNullable(application))
        .map(StorageProvider::info)
        .toList();
  }

  /** A provider that users can connect; {@code NOT_FOUND} if there is none of that id. */
  public StorageProvider require(ProviderId id) {
    return find(id).orElseThrow(Problems::noSuchProvider);
  }

  /** A provider that users can connect, where there is one of that id. */
  public Optional<StorageProvider> find(ProviderId id) {
    return Optional.ofNullable(providers.get(id));
  }

  /** The id of the application's own storage, where there is one. */
  public Optional<ProviderId> application() {
    return Optional.ofNullable(application).map(provider -> provider.info().id());
  }

  /**
   * The application's own storage.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} if it is not, or no longer, of that id
   */
  public OpenedStorage openApplication(ProviderId id) {
    StorageProvider provider = application;
    if (provider == null || !provider.info().id().equals(id)) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED, "The storage " + id + " is not set up on this server.");
    }
    return new OpenedStorage(
        calls,
        new FarSide(id, null, ProviderRegistry::refused, () -> {}, failure -> false),
        provider.open(new NoCredentials()));
  }

  private static CloudException refused() {
    return new CloudException(
        ErrorKind.MISCONFIGURED, "The application's own storage refuses this server.");
  }

  private static final class NoCredentials implements CredentialSource {
    @Override
    public VersionedCredential current() {
      return new VersionedCredential(1, SecretFields.NONE);
    }

    @Override
    public VersionedCredential rejected(long version) {
      throw refused();
    }
  }
}
