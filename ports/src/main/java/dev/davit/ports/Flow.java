package dev.davit.ports;

/**
 * A pending connect, as it is kept.
 *
 * @param sealed everything about it (owner, provider, redirect URI, PKCE verifier, browser hash),
 *     sealed and bound to the key under which it is kept
 */
public record Flow(Bytes sealed) {}
