package dev.davit.webdav;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/**
 * The storage contract at a server that somebody has started. No build runs it: {@code mvn
 * -Pby-hand} does, with {@code dav.url}, {@code dav.user}, {@code dav.password} and perhaps {@code
 * dav.deviations}; {@code docs/webdav-servers.md} says how the servers are started. Each rule is
 * tried in a folder of its own, which is removed afterwards.
 */
@Tag("by-hand")
class ByHandContractTest extends StorageContract {
  private final WebDavProvider provider = new WebDavProvider(Davs.loopback(), Davs.settings());
  private @Nullable Entry folder;

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), "set -D" + name);
  }

  private static CredentialSource at(String url) {
    return Davs.source(Davs.fields(url, property("dav.user"), property("dav.password")));
  }

  @Override
  protected StorageSetup open() {
    String url = property("dav.url");
    String name = "davit-" + UUID.randomUUID();
    folder = provider.open(at(url)).createFolder(EntryId.ROOT, name);
    return new StorageSetup(
        provider, at(url + name + "/"), traits(System.getProperty("dav.deviations", "")));
  }

  private static StorageTraits traits(String deviations) {
    return StorageTraits.usual()
        .withNames(Davs::isTaken)
        .withSecrets(property("dav.password"))
        .withDeviations(
            Stream.of(deviations.split(","))
                .filter(name -> !name.isBlank())
                .map(Deviation::valueOf)
                .toArray(Deviation[]::new));
  }

  @AfterEach
  void close() {
    try (provider) {
      if (folder != null) {
        provider.open(at(property("dav.url"))).delete(folder.id());
      }
    }
  }
}
