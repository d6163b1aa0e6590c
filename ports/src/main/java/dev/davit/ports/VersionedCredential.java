package dev.davit.ports;

/**
 * A credential and which one it is.
 *
 * @param version 1 for the first, one more each time it is replaced
 */
public record VersionedCredential(long version, Credential credential) {}
