package dev.davit.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What users have allowed, and nobody has fetched yet (RFC 6749, 4.1; RFC 7636). */
final class MemoryConsents {
  /** A consent: once taken, {@code family} says which tokens came of it. */
  record Consent(
      String account, Set<String> scopes, String challenge, String redirectUri, String family) {}

  private final ConcurrentMap<String, Consent> codes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> used = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  MemoryOAuth.Returned allow(URI page, String account, Set<String> scopes) {
    Map<String, String> query = checked(page);
    Set<String> granted = new TreeSet<>(Arrays.asList(require(query, "scope").split(" ")));
    granted.retainAll(scopes);
    long number = count.incrementAndGet();
    String code = "memory-code-%06d".formatted(number);
    codes.put(
        code,
        new Consent(
            account,
            granted,
            require(query, "code_challenge"),
            require(query, "redirect_uri"),
            "family-" + number));
    Secret state = new Secret(require(query, "state"));
    return new MemoryOAuth.Returned(state, new Secret(code), null, MemoryOAuth.ISSUER);
  }

  MemoryOAuth.Returned deny(URI page) {
    Secret state = new Secret(require(checked(page), "state"));
    return new MemoryOAuth.Returned(state, null, "access_denied", MemoryOAuth.ISSUER);
  }

  /** Takes a code out; whatever comes with it, it is used up. */
  Consent take(Secret code, Secret verifier, URI redirectUri) {
    Consent consent = codes.remove(code.reveal());
    if (consent == null) {
      throw refused();
    }
    used.put(code.reveal(), consent.family());
    if (!Pkce.s256(verifier.reveal()).equals(consent.challenge())
        || !redirectUri.toString().equals(consent.redirectUri())) {
      throw refused();
    }
    return consent;
  }

  /** The family that came of a code which is used up; null if there was no such code. */
  @Nullable String family(Secret code) {
    return used.get(code.reveal());
  }

  static CloudException refused() {
    return new CloudException(ErrorKind.INVALID_FLOW, "The code was refused. Start again.");
  }

  static Map<String, String> query(URI page) {
    return Arrays.stream(page.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static Map<String, String> checked(URI page) {
    Map<String, String> query = query(page);
    check("code".equals(query.get("response_type")), "response_type");
    check("S256".equals(query.get("code_challenge_method")), "code_challenge_method");
    check(MemoryOAuthClient.CLIENT.equals(query.get("client_id")), "client_id");
    check(require(query, "code_challenge").length() == 43, "code_challenge");
    return query;
  }

  private static String require(Map<String, String> query, String name) {
    String value = query.get(name);
    check(value != null && !value.isEmpty(), name);
    return value == null ? "" : value;
  }

  private static void check(boolean good, String name) {
    if (!good) {
      throw new IllegalArgumentException("the authorization URI has no good " + name);
    }
  }
}
