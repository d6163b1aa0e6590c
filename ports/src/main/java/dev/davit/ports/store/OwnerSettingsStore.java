package dev.davit.ports.store;

import dev.davit.ports.Owner;
import java.util.Optional;

/** What an owner has chosen. */
public interface OwnerSettingsStore {
  /** Where new documents go, if the owner has said so. */
  Optional<DefaultStorage> defaultStorage(Owner owner);

  /** Sets where new documents go. */
  void setDefaultStorage(Owner owner, DefaultStorage choice);

  /** Forgets where new documents go. False if nothing was set. */
  boolean clearDefaultStorage(Owner owner);
}
