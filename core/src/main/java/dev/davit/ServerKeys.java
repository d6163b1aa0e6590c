package dev.davit;

/** The server's own keys, sealed in the stores, the same for all nodes. */
public final class ServerKeys {
  ServerKeys() {}

  /**
   * The key of this name, made at random the first time it is asked for.
   *
   * @param name what it is for; not empty
   * @param bytes how long it is; always the same for a name
   * @throws dev.davit.ports.CloudException {@code INTEGRITY} if what is stored was altered; {@code
   *     UNAVAILABLE} if the store or the key that sealed it is out of reach
   */
  public byte[] getOrCreate(String name, int bytes) {
    return Pending.body();
  }
}
