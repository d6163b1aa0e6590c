package dev.davit.ports;

/** How an attempt to get new tokens for a connection ended. */
public enum RefreshOutcome {
  /** The provider gave new tokens, and they were kept. */
  RENEWED,

  /** Another node had renewed them, or did so meanwhile; its tokens are used. */
  ELSEWHERE,

  /** The provider no longer accepts the grant: the connection requires a new log-in. */
  GRANT_DEAD,

  /** The provider does not accept this application: the operator's fault. */
  MISCONFIGURED,

  /** Anything else: nothing was learnt of the grant, or what came could not be kept. */
  FAILED
}
