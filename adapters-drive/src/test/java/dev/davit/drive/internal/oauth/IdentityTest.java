package dev.davit.drive.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String END = "\"exp\":" + NOW.plusSeconds(3600).getEpochSecond();

  @Test
  void claims_thatAreForUs_sayWhoItIs() {
    assertThat(
            read(
                "{'iss':'https://accounts.google.com','aud':'us','sub':'4711','email':'a@b.c',"
                    + END
                    + "}"))
        .isEqualTo(new Identity("4711", "a@b.c"));
    assertThat(read("{'iss':'accounts.google.com','aud':['us'],'sub':'4711'," + END + "}").label())
        .isEqualTo("Google account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'iss':'https://evil.example','aud':'us','sub':'4711',END}",
        "{'aud':'us','sub':'4711',END}",
        "{'iss':'accounts.google.com','aud':'them','sub':'4711',END}",
        "{'iss':'accounts.google.com','aud':['us','them'],'sub':'4711',END}",
        "{'iss':'accounts.google.com','sub':'4711',END}",
        "{'iss':'accounts.google.com','aud':7,'sub':'4711',END}",
        "{'iss':'accounts.google.com','aud':'us','sub':'4711','exp':1500000000}",
        "{'iss':'accounts.google.com','aud':'us','sub':'4711'}",
        "{'iss':'accounts.google.com','aud':'us','sub':'',END}",
        "{'iss':'accounts.google.com','aud':'us',END}",
        "[]",
        "canary"
      })
  void claims_thatAreNotForUs_areRefused(String claims) {
    assertRefused(token(claims.replace("END", END)));
  }

  @Test
  void whatIsNoIdToken_isRefused() {
    assertRefused(null);
    assertRefused(new Secret("canary"));
    assertRefused(new Secret("canary.%%%.x"));
  }

  private static void assertRefused(@Nullable Secret token) {
    CloudException e =
        catchThrowableOfType(CloudException.class, () -> Identity.of(token, "us", NOW));
    assertThat(e.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(e).hasStackTraceContaining("id token");
    assertThat(e.getCause()).hasMessageNotContaining("canary").hasNoCause();
  }

  private static Identity read(String claims) {
    return Identity.of(token(claims), "us", NOW);
  }

  private static Secret token(String claims) {
    return new Secret(encoded("{'alg':'RS256'}") + "." + encoded(claims) + ".c2lnbmVk");
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.replace('\'', '"').getBytes(UTF_8));
  }
}
