package dev.davit.webdav.internal.http;

import dev.davit.outbound.Target;
import dev.davit.ports.SecretFields;

/** Which part of a server the paths of a client are below. */
@FunctionalInterface
public interface Space {
  /** All that is below the address that the user typed. */
  Space TYPED = (base, fields) -> base;

  /**
   * The top of it.
   *
   * @param base the address that the user typed; its path ends in a slash
   * @param fields the credential that the address is from
   * @return at the same origin; its path ends in a slash
   */
  Target top(Target base, SecretFields fields);
}
