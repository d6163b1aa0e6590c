package dev.davit.ports.store;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An owner's account at a provider. Never its credentials: those are rows of their own, sealed.
 *
 * @param id minted by Davit
 * @param owner whose
 * @param provider where
 * @param displayName what the user calls it, 1 to 100 characters
 * @param accountLabel what the provider calls the account
 * @param subject by which the same account is recognised; one connection per owner, provider and
 *     subject
 * @param status whether it can be used
 * @param statusReason a word of ours for why not; null when active
 * @param listingEpoch rises with every write, reconnect and disconnect, in that transaction:
 *     listings of an earlier epoch are stale
 * @param createdAt when it was first connected
 * @param lastUsedAt when it was last used, to the minute; null if never
 */
public record Connection(
    ConnectionId id,
    Owner owner,
    ProviderId provider,
    String displayName,
    String accountLabel,
    String subject,
    Status status,
    @Nullable String statusReason,
    long listingEpoch,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {
  /** Whether a connection can be used. */
  public enum Status {
    ACTIVE,
    /** The provider refuses the stored credential; connecting again mends it. */
    REQUIRES_REAUTH,
    /** It is being taken down: nothing reads or writes through it any more. */
    DISCONNECTING
  }
}
