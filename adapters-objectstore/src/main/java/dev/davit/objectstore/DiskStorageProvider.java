package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A folder on disk: the application's own storage, for users who have connected none. Every file is
 * whole or not there, and on the disk before a write answers; what it makes only the operating
 * system's user of this service can read.
 *
 * <p>Ids say where an entry is: none survives a move, neither its own nor that of a folder above.
 * They say the kind too: a file's never leads to a folder that got its name later, nor a folder's
 * to a file. Symbolic links in the folder are not followed and not shown. Names that begin with
 * {@code .davit-} are its own.
 */
public final class DiskStorageProvider implements StorageProvider {
  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("local"), "This service", Set.of(Capability.QUOTA), List.of());
  private static final Authentication OPERATOR = new Authentication.Operator();

  private final Storage storage;

  private DiskStorageProvider(Disk disk) {
    storage = new DiskStorage(disk);
  }

  /**
   * The storage in this folder, which is made if it is not there, for its owner only.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} if it can't be made or written to, or if
   *     its file system has no hard links, by which files appear whole
   */
  public static DiskStorageProvider at(Path folder) {
    return new DiskStorageProvider(DiskProbe.open(folder));
  }

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public Authentication authentication() {
    return OPERATOR;
  }

  /** The one storage that there is; no credential opens it. */
  @Override
  public Storage open(CredentialSource credentials) {
    return storage;
  }
}
