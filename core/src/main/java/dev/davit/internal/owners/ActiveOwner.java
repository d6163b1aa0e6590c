package dev.davit.internal.owners;

import dev.davit.ports.Owner;
import dev.davit.ports.WrappedKey;

/**
 * An owner who may be served.
 *
 * @param owner who
 * @param key the data key of what is sealed for this owner
 */
public record ActiveOwner(Owner owner, WrappedKey key) {}
