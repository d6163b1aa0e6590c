package dev.davit.testkit.contract;

/**
 * Where an authorization server is known to fall short of what the port of its clients says. The
 * contract holds that it does so indeed.
 */
public enum OAuthDeviation {
  /** Users allow all that is asked for or nothing; a code for less gets no tokens. */
  ALL_OR_NOTHING,
  /** No grant can be revoked by a client: revoking sends nothing, and the grant lives on. */
  REVOKES_NOTHING
}
