package dev.davit.webdav.internal.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.SecretFields;

/** Is asked what stands behind a refusal before anybody is told of it. */
@FunctionalInterface
public interface Refusals {
  /** Takes every refusal for what it is. */
  Refusals PLAIN = fields -> {};

  /**
   * A server has answered 401 or 403 to this credential.
   *
   * @throws CloudException {@link dev.davit.ports.ErrorKind#TOKEN_REJECTED} if the credential is
   *     dead and a newer one is of no use either
   */
  void explain(SecretFields fields);
}
