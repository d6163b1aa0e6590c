package dev.davit.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.davit.Accounts.Session;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Bearer tokens for clients (RFC 7519, RFC 8725, RFC 9068): one algorithm, one key, and a session's
 * id in it, so that they end when the session does.
 */
final class Tokens {
  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final Set<String> HEADER = Set.of("alg", "typ");

  private final MACSigner signer;
  private final MACVerifier verifier;
  private final String issuer;
  private final InstantSource clock;

  /**
   * Tokens of one issuer, who is their audience too.
   *
   * @param key 32 random bytes
   */
  Tokens(byte[] key, String issuer, InstantSource clock) {
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException(e);
    }
    this.issuer = issuer;
    this.clock = clock;
  }

  /** A token that ends when the session does. */
  String issue(Session session) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(issuer)
            .subject(session.account().id().value())
            .claim("sid", session.id())
            .issueTime(Date.from(clock.instant()))
            .expirationTime(Date.from(session.expiresAt()))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(ALGORITHM).type(TYPE).build(), claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /**
   * Whose session a token stands for.
   *
   * @throws CloudException {@link ErrorKind#UNAUTHENTICATED} whatever is wrong with it, always in
   *     the same words
   */
  Claims verify(Secret token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token.reveal());
      if (headerIsOurs(jwt.getHeader()) && jwt.verify(verifier)) {
        return claims(jwt.getJWTClaimsSet());
      }
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  /** Exactly what we write: no key, no address of one, no critical extension. */
  private static boolean headerIsOurs(JWSHeader header) {
    return ALGORITHM.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && header.getIncludedParams().equals(HEADER);
  }

  private Claims claims(JWTClaimsSet claims) throws ParseException {
    String session = claims.getStringClaim("sid");
    String subject = claims.getSubject();
    Date expires = claims.getExpirationTime();
    boolean good =
        issuer.equals(claims.getIssuer())
            && List.of(issuer).equals(claims.getAudience())
            && expires != null
            && expires.toInstant().isAfter(clock.instant());
    if (!good || session == null || subject == null) {
      throw refused();
    }
    return new Claims(session, subject);
  }

  static CloudException refused() {
    return new CloudException(ErrorKind.UNAUTHENTICATED, "You are not logged in, or no longer.");
  }

  /**
   * What a good token says.
   *
   * @param session the session's id
   * @param subject the account's id
   */
  record Claims(String session, String subject) {}
}
