package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks on bearer tokens (RFC 8725); each differs from a good token in one point. */
class TokensTest {
  private static final String ISSUER = "http://localhost:8080";
  private static final World WORLD = new World();
  private static final String GOOD = goodToken();
  private static final KeyPair RSA = keyPair();

  private final byte[] key = WORLD.davit.serverKeys().getOrCreate("http-token", 32);
  private JWTClaimsSet claims = claimsOf(GOOD);

  private static String goodToken() {
    String body = "{'email':'%s','password':'%s'}".formatted(World.ANN, Client.PASSWORD);
    return WORLD.nobody().post("/api/auth/login", body).is(200).get("access_token");
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private static JWTClaimsSet claimsOf(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void theGoodTokenIsGood() throws Exception {
    accepted(GOOD);
    accepted(signed(header(), claims));
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"));
  }

  private String signed(JWSHeader.Builder header, JWTClaimsSet content) throws JOSEException {
    return signed(header, content, new MACSigner(key));
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet content, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(header.build(), content);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private JWTClaimsSet.Builder changed() {
    return new JWTClaimsSet.Builder(claims);
  }

  private static Reply me(String token) {
    return WORLD.nobody().with("Authorization", "Bearer " + token).get("/api/users/me");
  }

  private static void accepted(String token) {
    me(token).is(200);
  }

  private static void refused(String token) {
    assertThat(me(token).is(ProblemType.UNAUTHENTICATED).get("detail"))
        .isEqualTo("You are not logged in, or no longer.");
  }

  @Test
  void W1_none_isRefused() {
    refused(new PlainJWT(claims).serialize());
    String[] parts = GOOD.split("\\.", -1);
    refused(parts[0] + "." + parts[1] + ".");
    refused("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + parts[1] + ".");
    refused("eyJhbGciOiJOb05lIiwidHlwIjoiYXQrand0In0." + parts[1] + "." + parts[2]);
  }

  @Test
  void W1_otherAlgorithms_areRefusedEvenWithOurKey() throws Exception {
    byte[] longKey = WORLD.davit.serverKeys().getOrCreate("http-token", 32);
    JWSHeader.Builder hs384 =
        new JWSHeader.Builder(JWSAlgorithm.HS384).type(new JOSEObjectType("at+jwt"));
    byte[] doubled = new byte[64];
    System.arraycopy(longKey, 0, doubled, 0, 32);
    refused(signed(hs384, claims, new MACSigner(doubled)));
    JWSHeader.Builder rs256 =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"));
    refused(signed(rs256, claims, new RSASSASigner(RSA.getPrivate())));
    refused(signed(header(), claims, new MACSigner(RSA.getPublic().getEncoded())));
  }

  @Test
  void W1_keysInTheHeader_areRefused() throws Exception {
    byte[] own = new byte[32];
    OctetSequenceKey jwk = new OctetSequenceKey.Builder(own).build();
    RSAKey pair = new RSAKey.Builder((RSAPublicKey) RSA.getPublic()).build();
    URI elsewhere = URI.create("https://evil.example/keys");
    refused(signed(header(), claims, new MACSigner(own)));
    refused(signed(header().jwk(pair.toPublicJWK()), claims, new MACSigner(own)));
    refused(signed(header().jwkURL(elsewhere), claims));
    refused(signed(header().x509CertURL(elsewhere), claims));
    refused(signed(header().keyID("../../dev/null"), claims));
    refused(signed(header().customParam("key", jwk.toJSONObject()), claims));
    refused(signed(header().criticalParams(Set.of("exp")), claims));
  }

  @Test
  void W1_wrongType_isRefused() throws Exception {
    refused(signed(new JWSHeader.Builder(JWSAlgorithm.HS256), claims));
    refused(signed(header().type(JOSEObjectType.JWT), claims));
    refused(signed(header().type(new JOSEObjectType("dpop+jwt")), claims));
  }

  @Test
  void W1_wrongIssuerOrAudience_isRefused() throws Exception {
    refused(signed(header(), changed().issuer("https://evil.example").build()));
    refused(signed(header(), changed().issuer(null).build()));
    refused(signed(header(), changed().audience("https://evil.example").build()));
    refused(signed(header(), changed().audience(List.of(ISSUER, "https://evil.example")).build()));
    refused(signed(header(), changed().audience((String) null).build()));
  }

  @Test
  void W1_expiredOrEndless_isRefused() throws Exception {
    Date past = Date.from(WORLD.clock.instant().minus(Duration.ofSeconds(1)));
    refused(signed(header(), changed().expirationTime(past).build()));
    refused(signed(header(), changed().expirationTime(null).build()));
  }

  @Test
  void W1_wrongSessionOrSubject_isRefused() throws Exception {
    refused(signed(header(), changed().claim("sid", "made-up").build()));
    refused(signed(header(), changed().claim("sid", null).build()));
    refused(signed(header(), changed().claim("sid", List.of("a")).build()));
    refused(signed(header(), changed().subject("somebody-else").build()));
    refused(signed(header(), changed().subject(null).build()));
  }

  @Test
  void W1_brokenTokens_areRefused() {
    refused(GOOD.substring(0, GOOD.length() - 3) + "AAA");
    refused(GOOD + "." + GOOD);
    refused("..");
    refused("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0.a.b.c.d");
  }

  @Test
  void W1_adminsAndUsers_stayOnTheirSides() {
    Client admin = WORLD.nobody().login(World.ADMIN);
    Client user = WORLD.nobody().login(World.BOB);
    for (Route route : Stage.routesOf(WORLD)) {
      String path = route.path().replaceAll("\\{[a-z_]+}", "x");
      if (route.access() == Access.USER) {
        admin.json(route.method().name(), path, "{}").is(ProblemType.FORBIDDEN);
      } else if (route.access() == Access.ADMIN) {
        user.json(route.method().name(), path, "{}").is(ProblemType.FORBIDDEN);
      }
    }
    admin.get("/api/users/me").is(200);
  }
}
