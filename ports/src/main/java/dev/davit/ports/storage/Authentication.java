package dev.davit.ports.storage;

/** How an account at a provider is connected. */
public sealed interface Authentication {
  /** The user consents at the provider (RFC 6749 with PKCE). */
  non-sealed interface OAuth extends Authentication, OAuthClient {}

  /** The user types fields, which are tried before they are kept. */
  non-sealed interface Fields extends Authentication, FieldLogin {}

  /** The operator has set it up; users are not asked for anything and have no connections of it. */
  record Operator() implements Authentication {}
}
