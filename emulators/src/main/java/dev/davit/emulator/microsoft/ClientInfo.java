package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.SignedTokens;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who an account is, in the words that MSAL keys its cache with: {@code uid} and {@code utid}. */
final class ClientInfo {
  private ClientInfo() {}

  /** JSON in base64url. */
  static String of(MicrosoftAccount account) {
    Map<String, Object> ids = new LinkedHashMap<>();
    ids.put("uid", account.oid());
    ids.put("utid", account.tenant().id());
    return SignedTokens.part(ids);
  }
}
