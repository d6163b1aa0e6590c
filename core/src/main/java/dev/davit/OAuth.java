package dev.davit;

import dev.davit.internal.oauth.Ending;
import dev.davit.internal.oauth.PendingOAuths;
import dev.davit.internal.oauth.Starting;
import dev.davit.internal.oauth.States;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.IdSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Connects accounts at providers where the user consents on the provider's own page (OAuth 2.0 with
 * PKCE).
 *
 * <p>What the host must do, so that nobody's drive lands in somebody else's account:
 *
 * <ol>
 *   <li>When its signed-in user wants to connect: make a {@linkplain #newBinding binding}, call
 *       {@link #start(Caller, ProviderId, Secret)}, set a cookie named after {@link
 *       StartedOAuth#flow} that holds the binding ({@code __Host-} prefix, {@code Secure}, {@code
 *       HttpOnly}, {@code SameSite=Lax}, no longer than {@link StartedOAuth#lifetime}), and send
 *       the browser to {@link StartedOAuth#page}. One cookie for each flow, so that a second tab
 *       does not end the first; only ever in that answer.
 *   <li>Where the provider sends the browser back to (the {@linkplain DavitBuilder#callback
 *       callback} with the provider's id): make an {@linkplain OAuthAnswer#of answer} of the query,
 *       read the cookie named after {@link OAuthAnswer#flow}, and call {@link #finish(OAuthAnswer,
 *       Secret, String)} with what it holds, or null. Then redirect the browser to a page of its
 *       own, with {@code Cache-Control: no-store} and {@code Referrer-Policy: no-referrer}, and end
 *       the cookie. The query belongs into no log.
 * </ol>
 *
 * <p>A host whose pages live on another site than its callback can't have such a cookie. It begins
 * with {@link #startElsewhere(Caller, ProviderId)}; its callback only {@linkplain #park parks} what
 * came and hands the handle to its frontend, and {@link #complete} is called for the signed-in user
 * who brings it.
 *
 * <p>What went wrong is said by the kind of the {@code CloudException}, and where that is too
 * coarse by {@code hints().reason()}: {@code access_denied} if the user declined, {@code
 * missing_scope} if he left out what is needed, {@code no_refresh_token} if the provider gave
 * nothing that lasts, {@code still_pending} if nobody could look whether the flow is pending: then
 * the same answer may be brought again. Else a flow ends with the first answer to it, whatever that
 * is: after a failure the user starts again.
 */
public final class OAuth {
  private final Starting starting;
  private final Ending ending;
  private final IdSource ids;

  OAuth(Starting starting, Ending ending, IdSource ids) {
    this.starting = starting;
    this.ending = ending;
    this.ids = ids;
  }

  /** Whether a provider is connected this way; none that is unknown is. */
  public boolean connects(ProviderId provider) {
    return starting.has(provider);
  }

  /** A new binding for one flow: 256 random bits in characters that a cookie takes. */
  public Secret newBinding() {
    return States.fresh(ids);
  }

  /** As {@link #start(Caller, ProviderId, Secret, ConnectionId)}, for a connection or another. */
  public StartedOAuth start(Caller caller, ProviderId provider, Secret binding) {
    return start(caller, provider, binding, null);
  }

  /**
   * Begins a connect that only the browser which has the binding can finish.
   *
   * @param binding unguessable and new, such as {@link #newBinding} makes; at least 32 characters
   * @param reconnect the connection whose account is proposed to the user; which account it becomes
   *     is for the user to choose. Null to propose none
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} for an unknown provider, or a
   *     connection that is not this owner's; {@code INVALID_REQUEST} for a provider that is not
   *     connected this way, or a connection of another; {@code RATE_LIMITED} beyond 20 in ten
   *     minutes; {@code UNAVAILABLE} if it could not be noted
   * @throws IllegalArgumentException if the binding is too short
   */
  public StartedOAuth start(
      Caller caller, ProviderId provider, Secret binding, @Nullable ConnectionId reconnect) {
    if (binding.reveal().length() < 32) {
      throw new IllegalArgumentException("a binding has at least 32 characters");
    }
    return begin(caller, provider, binding, reconnect);
  }

  /** As {@link #startElsewhere(Caller, ProviderId, ConnectionId)}, for a connection or another. */
  public StartedOAuth startElsewhere(Caller caller, ProviderId provider) {
    return startElsewhere(caller, provider, null);
  }

  /**
   * Begins a connect for a frontend on another site, which can't hold a cookie of ours: it can be
   * {@linkplain #park parked} and {@linkplain #complete completed} only.
   *
   * @param reconnect as in {@link #start(Caller, ProviderId, Secret, ConnectionId)}, which says
   *     what is thrown, too
   */
  public StartedOAuth startElsewhere(
      Caller caller, ProviderId provider, @Nullable ConnectionId reconnect) {
    return begin(caller, provider, null, reconnect);
  }

  private StartedOAuth begin(
      Caller caller,
      ProviderId provider,
      @Nullable Secret binding,
      @Nullable ConnectionId reconnect) {
    Starting.Begun begun =
        starting.run(caller.owner(), caller.actor(), provider, binding, reconnect);
    return new StartedOAuth(begun.page(), States.flow(begun.state()), PendingOAuths.LIFETIME);
  }

  /**
   * Finishes a connect: turns the code into a connection of the owner who started. An account that
   * this owner has connected already, known by its subject, keeps its id and is active again; any
   * other is a connection of its own. Of any number of calls with one state at most one gets past
   * the first check, and the code is sent at most once, whatever happens.
   *
   * @param binding what the cookie of this flow holds; null if there is none
   * @param requestId in which request, for the audit log; empty if in none
   * @return the connection, active
   * @throws dev.davit.ports.CloudException {@code INVALID_FLOW} for a state that is unknown, over,
   *     used, or another provider's; for a binding that is missing or wrong, which is audited as
   *     {@code oauth.binding_mismatch}; for a wrong issuer; for a refused code; and if the owner
   *     was purged meanwhile. {@code PROVIDER_DENIED} with the reasons {@code access_denied},
   *     {@code missing_scope} and {@code no_refresh_token}; {@code REAUTH_REQUIRED} with the
   *     connection and the last two reasons for an account that is connected already; {@code
   *     UNAVAILABLE}, {@code MISCONFIGURED} or {@code PROTOCOL} as the provider says; {@code
   *     CONFLICT} while that very account is being disconnected. Nothing was connected then, and
   *     what was granted is revoked unless another connection uses that account
   */
  public Connection finish(OAuthAnswer answer, @Nullable Secret binding, String requestId) {
    return ending.finish(answer.toReturned(), binding, null, requestId);
  }

  /**
   * As {@link #finish(OAuthAnswer, Secret, String)}, for a host that knows who is signed in in that
   * browser now: another user than the one who started is refused as a wrong binding is.
   */
  public Connection finish(OAuthAnswer answer, @Nullable Secret binding, Caller signedIn) {
    return ending.finish(answer.toReturned(), binding, signedIn.owner(), signedIn.requestId());
  }

  /**
   * Keeps what a provider's redirect brought for the user who started, for 120 seconds. Nothing is
   * sent to the provider.
   *
   * @param requestId in which request, for the audit log; empty if in none
   * @return a handle, 256 random bits, for {@link #complete}
   * @throws dev.davit.ports.CloudException as {@link #finish(OAuthAnswer, Secret, String)} for
   *     whatever can be seen from the answer alone; {@code INVALID_FLOW}, audited, for a flow that
   *     is bound to a browser; {@code UNAVAILABLE} if it could not be kept
   */
  public Secret park(OAuthAnswer answer, String requestId) {
    return ending.park(answer.toReturned(), requestId);
  }

  /**
   * Finishes a connect that was parked. Only for the owner who started it: whoever else brings the
   * handle ends it, and is audited as {@code oauth.binding_mismatch}.
   *
   * @param handle from {@link #park}
   * @return the connection, active
   * @throws dev.davit.ports.CloudException as {@link #finish(OAuthAnswer, Secret, String)}
   */
  public Connection complete(Caller caller, Secret handle) {
    return ending.complete(caller.owner(), handle, caller.toActor());
  }
}
