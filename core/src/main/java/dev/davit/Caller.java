package dev.davit;

import dev.davit.internal.audit.Actor;
import dev.davit.ports.OwnerId;

/**
 * For whom a call is made, and by whom. Only the owner decides what can be seen; the rest goes to
 * the audit log.
 *
 * @param owner whose storage
 * @param actor who acts: an account's or owner's id; at most 255 characters
 * @param requestId in which request; empty if in none
 */
public record Caller(OwnerId owner, String actor, String requestId) {
  /** An owner who acts for himself, in no request. */
  public static Caller of(String ownerId) {
    return new Caller(new OwnerId(ownerId), ownerId, "");
  }

  Actor toActor() {
    return new Actor(actor, requestId);
  }
}
