package dev.davit.webdav.internal.http;

import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as one account. A server that wants to be convinced in another way than it was is
 * sent the request again; before a body that can be sent once only it is asked what it wants.
 */
final class Sender {
  private static final int MAX_TRIES = 3;
  private static final Call PROBE = Call.of("PROPFIND", DavPath.ROOT).with("Depth", "0");
  private static final Handshake.Proof NOTHING = new Handshake.Proof(null, false);

  private final Transport transport;
  private final Account account;
  private final Handshake handshake;

  Sender(Transport transport, Account account) {
    this.transport = transport;
    this.account = account;
    this.handshake = transport.handshake(account);
  }

  /**
   * Sends a call to one address, without following where the answer leads.
   *
   * @param headers those of the call, and what else is not the account's
   * @return with status 401 if the server is not convinced, and will not be
   * @throws CloudException as {@link DavClient#send}
   */
  Answer send(Call call, Map<String, String> headers, Target target) {
    if (!call.repeatable()) {
      settle();
    }
    for (int tries = 1; ; tries++) {
      Handshake.Proof proof = handshake.prove(account, call.method(), target.path());
      Answer answer = transport.send(exchange(call, headers, proof.header(), target));
      if (!wantsAnother(answer, proof)) {
        return answer;
      }
      answer.close();
      requireAnother(call, tries);
    }
  }

  private boolean wantsAnother(Answer answer, Handshake.Proof proof) {
    return answer.status() == 401
        ? handshake.learns(account, proof, answer)
        : handshake.accepted(account, proof, answer);
  }

  private static void requireAnother(Call call, int tries) {
    if (tries == MAX_TRIES) {
      throw Faults.protocol(new IOException("the server wants to be convinced again and again"));
    }
    if (!call.repeatable()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The server asked for the password during the upload. Try again.");
    }
  }

  /** A nonce that was never used is the one that is least likely to be refused. */
  private void settle() {
    if (!handshake.isSettled()) {
      send(PROBE, PROBE.headers(), account.base()).close();
    }
    if (handshake.isDigest()) {
      try (Answer answer = transport.send(exchange(PROBE, PROBE.headers(), null, account.base()))) {
        wantsAnother(answer, NOTHING);
      }
    }
  }

  private static Exchange exchange(
      Call call, Map<String, String> headers, @Nullable String proof, Target target) {
    Map<String, String> all = new TreeMap<>(headers);
    if (proof != null) {
      all.put("Authorization", proof);
    }
    return new Exchange(call.method(), target, all, call.payload(), call.streams());
  }
}
