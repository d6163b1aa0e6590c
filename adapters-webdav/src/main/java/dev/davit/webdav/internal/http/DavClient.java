package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.webdav.WebDavSettings;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The requests of one connection: with its credential, which never leaves the origin of its
 * address, not by a redirect either.
 */
public final class DavClient {
  private static final int MAX_HOPS = 3;

  private final Transport transport;
  private final OutboundGuard guard;
  private final CredentialSource credentials;
  private final Space space;
  private final Space destinations;
  private final Refusals refusals;

  public DavClient(Transport transport, OutboundGuard guard, CredentialSource credentials) {
    this(transport, guard, credentials, Space.TYPED, Space.TYPED, Refusals.PLAIN);
  }

  /**
   * A client.
   *
   * @param space what the paths of its calls are below
   * @param destinations what the destinations of its calls are below
   */
  public DavClient(
      Transport transport,
      OutboundGuard guard,
      CredentialSource credentials,
      Space space,
      Space destinations,
      Refusals refusals) {
    this.transport = transport;
    this.guard = guard;
    this.credentials = credentials;
    this.space = space;
    this.destinations = destinations;
    this.refusals = refusals;
  }

  public WebDavSettings settings() {
    return transport.settings();
  }

  /** Where all requests go. */
  public String origin() {
    Target base = Account.of(guard, credentials.current(), space).base();
    return base.scheme() + "://" + base.authority();
  }

  /**
   * A fingerprint of the account as it is opened now: its address, what is meant below it, and all
   * that opens it.
   *
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}; what the credential source says
   */
  public String fingerprint() {
    VersionedCredential now = credentials.current();
    return Fingerprint.of(Account.of(guard, now, space).base(), now.credential());
  }

  /**
   * Sends a request and answers whatever status came, after redirects within the origin. A refused
   * credential is reported, and a newer one tried once.
   *
   * @return to be closed; never with status 401
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if no answer came; {@link
   *     ErrorKind#TOKEN_REJECTED} if the newer credential was refused too; {@link
   *     ErrorKind#ADDRESS_REFUSED}; {@link ErrorKind#INVALID_REQUEST} if the payload has not its
   *     length; what the credential source says
   */
  public Answer send(Call call) {
    VersionedCredential first = credentials.current();
    Answer answer = follow(call, first);
    if (answer.status() == 401 || answer.status() == 403) {
      explain(answer, first);
    }
    if (answer.status() != 401) {
      return answer;
    }
    answer.close();
    VersionedCredential newer = credentials.rejected(first.version());
    if (!call.repeatable()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The credentials changed during the upload. Try again.");
    }
    return accepted(follow(call, newer));
  }

  /** What is known of the server, shared by all that is opened there. */
  public Learnt learnt() {
    return transport.learnt(Account.of(guard, credentials.current(), space));
  }

  /** Whether the server wants Digest, as far as it was asked. */
  public boolean isDigest() {
    Account account = Account.of(guard, credentials.current(), space);
    return transport.handshake(account).isDigest();
  }

  private static Answer accepted(Answer answer) {
    if (answer.status() == 401) {
      try (answer) {
        throw Faults.of(answer);
      }
    }
    return answer;
  }

  private void explain(Answer answer, VersionedCredential refused) {
    boolean closing = true;
    try {
      refusals.explain((SecretFields) refused.credential());
      closing = false;
    } finally {
      if (closing) {
        answer.close();
      }
    }
  }

  private Answer follow(Call call, VersionedCredential credential) {
    Account account = Account.of(guard, credential, space);
    Sender sender = new Sender(transport, account);
    Map<String, String> headers = new TreeMap<>(call.headers());
    if (call.destination() != null) {
      Account there = Account.of(guard, credential, destinations);
      String address = there.address(call.destination()).uri().toString();
      headers.put("Destination", address);
      if (call.replaced() != null) {
        headers.put("If", "<" + address + "> ([" + call.replaced() + "])");
      }
    }
    Target target = account.address(call.path());
    for (int hop = 0; ; hop++) {
      Answer answer = sender.send(call, headers, target);
      if (!isRedirect(call, answer)) {
        return answer;
      }
      try (answer) {
        target = next(answer, hop);
      }
    }
  }

  private static boolean isRedirect(Call call, Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 307, 308 -> call.repeatable() && answer.header("Location") != null;
      default -> false;
    };
  }

  private Target next(Answer answer, int hop) {
    if (hop == MAX_HOPS) {
      throw Faults.protocol(new IOException("too many redirects"));
    }
    return guard.follow(answer.target(), String.valueOf(answer.header("Location")));
  }
}
