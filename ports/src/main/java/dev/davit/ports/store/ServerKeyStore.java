package dev.davit.ports.store;

import dev.davit.ports.Bytes;
import java.util.Optional;

/** The server's own keys, such as the one that signs tokens; sealed, the same for all nodes. */
public interface ServerKeyStore {
  Optional<Bytes> find(String name);

  /**
   * Keeps a key, unless there is one of that name already. False, and nothing changed, if there is.
   */
  boolean insert(String name, Bytes sealed);
}
