package dev.davit.emulator.microsoft;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the token endpoint says when it gives tokens ("Successful response"). */
final class TokenAnswer {
  private final IdTokens idTokens;

  TokenAnswer(InstantSource clock) {
    idTokens = new IdTokens(clock);
  }

  /**
   * The answer as JSON.
   *
   * @param asked what the request named
   * @param nonce for the id token; empty for none
   * @param withInfo whether {@code client_info=1} was sent
   */
  Map<String, Object> of(Issued issued, Asked asked, String nonce, boolean withInfo) {
    AccessToken access = issued.access();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("token_type", "Bearer");
    answer.put("scope", scope(access, asked));
    answer.put("expires_in", access.lifetime().toSeconds());
    answer.put("ext_expires_in", access.lifetime().toSeconds());
    answer.put("access_token", access.token());
    issued.refresh().ifPresent(refresh -> answer.put("refresh_token", refresh.token()));
    if (asked.has(Scopes.OPENID)) {
      answer.put("id_token", idTokens.of(access.grant(), asked, nonce));
    }
    if (withInfo) {
      answer.put("client_info", ClientInfo.of(access.grant().account()));
    }
    return answer;
  }

  /**
   * Never with {@code offline_access} (learn.microsoft.com/answers/questions/806413), and that of a
   * personal account with Graph's only, even where an id token comes with it (seen, as {@link
   * Opaque}).
   */
  private static String scope(AccessToken access, Asked asked) {
    boolean personal = access.grant().account().isPersonal();
    return access.scopes().stream()
        .filter(name -> !name.equals(Scopes.OFFLINE_ACCESS))
        .filter(name -> Scopes.ofGraph(name) || !personal)
        .sorted()
        .map(asked::written)
        .collect(Collectors.joining(" "));
  }
}
