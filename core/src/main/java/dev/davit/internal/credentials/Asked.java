package dev.davit.internal.credentials;

import dev.davit.internal.audit.Actor;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;

/**
 * Whose credential is asked for.
 *
 * @param owner whose connection
 * @param id which connection
 * @param use what for
 * @param actor by whom
 */
public record Asked(Owner owner, ConnectionId id, Use use, Actor actor) {}
