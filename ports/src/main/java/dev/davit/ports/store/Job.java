package dev.davit.ports.store;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something still to be done, written in the transaction that made it necessary.
 *
 * @param id minted by Davit
 * @param kind which handler does it
 * @param owner for whom
 * @param subject on what: the id of a document or connection, or where a log-in is pending
 * @param dueAt not before
 * @param attempts how often it was tried
 * @param leaseHolder who is at it, if anybody
 * @param leaseUntil until when others keep away, by the database's clock
 * @param lastFailure the kind of error of the last try; null if there was none
 */
public record Job(
    JobId id,
    String kind,
    Owner owner,
    String subject,
    Instant dueAt,
    int attempts,
    @Nullable String leaseHolder,
    @Nullable Instant leaseUntil,
    @Nullable String lastFailure) {}
