package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import java.util.Map;

/**
 * Sends requests with an account's access token (RFC 6750, 2.1). The credential is asked for each
 * request anew; one that is refused is reported once, and the request is sent once more with a
 * newer one if its body can be.
 *
 * @param <A> what a request is answered with
 */
public final class Bearer<A extends Bearer.Answered> {
  private static final int UNAUTHORIZED = 401;

  private final CredentialSource credentials;
  private final Line<A> line;
  private final String provider;

  /** An answer whose head has come. */
  public interface Answered extends AutoCloseable {
    int status();

    @Override
    void close();
  }

  /**
   * Sends a request, once.
   *
   * @param <A> what it is answered with
   */
  public interface Line<A> {
    A send(Call call, Map<String, String> secret);
  }

  /**
   * A sender.
   *
   * @param provider as users know it
   */
  public Bearer(CredentialSource credentials, Line<A> line, String provider) {
    this.credentials = credentials;
    this.line = line;
    this.provider = provider;
  }

  /**
   * Sends a request with the account's token. The answer must be closed, whatever its status: only
   * a refused credential is seen to here.
   *
   * @throws CloudException as the line and {@link CredentialSource} do; {@link
   *     ErrorKind#UNAVAILABLE} also if a credential was refused and the body can't be sent again:
   *     by then there is a newer one
   */
  public A send(Call call) {
    VersionedCredential credential = credentials.current();
    A answer = line.send(call, header(credential));
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    answer.close();
    VersionedCredential newer = credentials.rejected(credential.version());
    if (!call.repeatable()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, provider + " wanted a newer token during the upload. Try again.");
    }
    return line.send(call, header(newer));
  }

  private static Map<String, String> header(VersionedCredential credential) {
    if (credential.credential() instanceof OAuthTokens tokens) {
      return Map.of("Authorization", "Bearer " + tokens.access().reveal());
    }
    throw new IllegalArgumentException("an account of this provider is opened by OAuth tokens");
  }
}
