package dev.davit.ports;

/**
 * What opens an account at a provider. Kept sealed in the vault, never shown, never part of a
 * {@code Connection}.
 */
public sealed interface Credential permits OAuthTokens, SecretFields {}
