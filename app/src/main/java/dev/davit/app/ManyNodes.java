package dev.davit.app;

import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.CloudException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a database that several nodes can share makes mandatory: whatever one node would make by
 * itself, the others would not have.
 */
final class ManyNodes {
  private static final String KEYSET = "DAVIT_KEYSET_FILE";

  private ManyNodes() {}

  /** Notes in the reader what is missing. */
  static void check(SettingsReader reader, StorageSettings storage) {
    checkKeyset(reader);
    if (!storage.isShared()) {
      reader.fault(
          "DAVIT_STORAGE must be s3 or disk-shared with PostgreSQL: a document on this machine's own"
              + " disk is not there for other nodes.");
    }
    if (reader.text("DAVIT_PUBLIC_URL").isEmpty()) {
      reader.fault(
          "DAVIT_PUBLIC_URL is missing: with PostgreSQL all nodes must name the same address, the"
              + " one by which browsers reach them.");
    }
  }

  private static void checkKeyset(SettingsReader reader) {
    Optional<String> named = reader.text(KEYSET);
    if (named.isEmpty()) {
      reader.fault(
          KEYSET
              + " is missing: with PostgreSQL it must name a keyset, the same on each node. Make"
              + " one by `davit keys create FILE`.");
      return;
    }
    reader.path(KEYSET).ifPresent(file -> checkKeyset(reader, file));
  }

  private static void checkKeyset(SettingsReader reader, Path file) {
    if (!Files.exists(file)) {
      reader.fault(
          "%s names %s, which is not there: copy it from another node, or for the first one make it by `davit keys create %s`."
              .formatted(KEYSET, file, file));
      return;
    }
    try {
      TinkVault.openOrCreate(file, true);
    } catch (CloudException e) {
      reader.fault(KEYSET + ": " + e.getMessage());
    }
  }
}
