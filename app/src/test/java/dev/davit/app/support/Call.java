package dev.davit.app.support;

/**
 * A request that reached the foreign server.
 *
 * @param method the HTTP method
 * @param path decoded
 * @param moment how far it is
 */
public record Call(String method, String path, Moment moment) {
  /** How far a request is. */
  public enum Moment {
    /** It has arrived and nothing was done. */
    ARRIVED,
    /** It was done and nobody knows yet. */
    DONE
  }

  boolean is(String wanted, Moment when) {
    return method.equals(wanted) && moment == when;
  }
}
