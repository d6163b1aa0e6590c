package dev.davit;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.GrantsPage;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.storage.UploadSessions;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider whose storages do something else first, and die at steps. */
final class HookedProvider implements StorageProvider {
  private final StorageProvider provider;
  private final Steps steps;
  private final @Nullable HookedOAuth client;
  private final ConcurrentMap<String, Runnable> before = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Runnable> after = new ConcurrentHashMap<>();
  private final Set<String> unable = ConcurrentHashMap.newKeySet();
  private volatile List<GrantsPage> grantsPages = List.of();
  private volatile UnaryOperator<Entry> altering = UnaryOperator.identity();

  /** Where the storages say that their calls go. */
  volatile String origin = "memory";

  /** Where the storage that was opened last gets its credentials from. */
  volatile @Nullable CredentialSource source;

  HookedProvider(StorageProvider provider, Steps steps) {
    this.provider = provider;
    this.steps = steps;
    client =
        provider.authentication() instanceof Authentication.OAuth oauth
            ? new HookedOAuth(oauth, steps)
            : null;
  }

  /** The token endpoint, where there is one. */
  HookedOAuth client() {
    return Objects.requireNonNull(client);
  }

  /**
   * Does this each time before a method of the storages; {@code close} is that of a download, where
   * an {@link UncheckedIOException} is thrown as what it holds.
   */
  void before(String method, Runnable hook) {
    before.put(method, hook);
  }

  /** Does this each time after a method of the storages, whether it failed or not. */
  void after(String method, Runnable hook) {
    after.put(method, hook);
  }

  /** The storages answer nothing where they are asked whether they can do this. */
  void without(String method) {
    unable.add(method);
  }

  /** Changes what is said of what was written, as SharePoint may rewrite Office files. */
  void alter(UnaryOperator<Entry> change) {
    altering = change;
  }

  /** From now on only users can take back what they granted, there. */
  void revokedOnlyAt(GrantsPage page) {
    grantsPages = List.of(page);
  }

  @Override
  public ProviderInfo info() {
    return provider.info().withGrantsPages(grantsPages);
  }

  @Override
  public Authentication authentication() {
    return client == null ? provider.authentication() : client;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    source = credentials;
    return hooked(Storage.class, provider.open(credentials));
  }

  private <T> T hooked(Class<T> type, T storage) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (method.getName().equals("origin")) {
                return origin;
              }
              if (method.getName().equals("uploadSessions")) {
                return ((Storage) storage)
                    .uploadSessions()
                    .map(sessions -> hooked(UploadSessions.class, sessions));
              }
              steps.here();
              before.getOrDefault(method.getName(), HookedProvider::nothing).run();
              try {
                return answered(method.getName(), method.invoke(storage, args));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                after.getOrDefault(method.getName(), HookedProvider::nothing).run();
                steps.here();
              }
            }));
  }

  private @Nullable Object answered(String method, @Nullable Object result) {
    if (unable.contains(method)) {
      return Optional.empty();
    }
    if (result instanceof Download download) {
      return closing(download);
    }
    return method.equals("write") && result instanceof Entry entry ? altering.apply(entry) : result;
  }

  private Download closing(Download download) {
    InputStream body =
        new FilterInputStream(download.body()) {
          @Override
          public void close() throws IOException {
            super.close();
            try {
              before.getOrDefault("close", HookedProvider::nothing).run();
            } catch (UncheckedIOException e) {
              throw e.getCause();
            }
          }
        };
    return new Download(
        body,
        download.first(),
        download.length(),
        download.size(),
        download.etag(),
        download.contentType());
  }

  private static void nothing() {}
}
