package dev.davit.ports.storage;

import dev.davit.ports.CredentialSource;

/**
 * A place where users have storage: Google Drive, a WebDAV server, the application's own disk. Safe
 * for use by many threads.
 */
public interface StorageProvider {
  /**
   * What can be said of it to everyone. Always the same, and in accord with what the opened
   * storages offer.
   */
  ProviderInfo info();

  /** How an account there is connected. Always the same object. */
  Authentication authentication();

  /**
   * Opens the storage of one connection. Makes no call; costs next to nothing.
   *
   * @param credentials asked anew for each HTTP request
   */
  Storage open(CredentialSource credentials);
}
