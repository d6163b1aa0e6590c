package dev.davit.webdav.internal.snapshot;

/**
 * Whose folder a snapshot shows: nobody else gets to see it.
 *
 * @param account a fingerprint of the server's address and of what opens it
 * @param folder a path there
 */
public record Scope(String account, String folder) {
  @Override
  public String toString() {
    return "[scope]";
  }
}
