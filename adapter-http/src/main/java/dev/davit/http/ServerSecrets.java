package dev.davit.http;

import dev.davit.Davit;

/**
 * The keys of a server, the same for all nodes and restarts.
 *
 * @param token what signs access tokens
 * @param csrf what the words in headers of writes are made of
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by those who keep them
record ServerSecrets(byte[] token, byte[] csrf) {
  private static final int BYTES = 32;

  /** Opens them, and makes those that are not there. */
  static ServerSecrets of(Davit davit) {
    return new ServerSecrets(
        davit.serverKeys().getOrCreate("http-token", BYTES),
        davit.serverKeys().getOrCreate("http-csrf", BYTES));
  }
}
