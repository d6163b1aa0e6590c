package dev.davit.ports;

/**
 * An owner's data key, wrapped by the operator's keyset: of no use without it. Destroying every
 * copy of it makes whatever was sealed with it unreadable.
 *
 * @param bytes as the vault made them
 */
public record WrappedKey(Bytes bytes) {}
