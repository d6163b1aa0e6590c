package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Challenge;
import java.util.Set;

/**
 * What a client sends a browser to the authorization endpoint with, once it is known where an
 * answer may go (v2-oauth2-auth-code-flow, "Request an authorization code").
 *
 * @param back where the answer goes
 * @param prompt what the user must, or must not, be asked; empty when omitted
 * @param loginHint a mail address; empty when omitted
 * @param nonce for the id token; empty when omitted
 * @param clientInfo whether the answer is to say who it is
 */
record AuthorizeRequest(
    Back back,
    Asked asked,
    Challenge challenge,
    String prompt,
    String loginHint,
    String nonce,
    boolean clientInfo) {
  private static final Set<String> PROMPTS = Set.of("login", "none", "consent", "select_account");

  /** Reads the rest; what is wrong with it is told to the client. */
  static AuthorizeRequest of(Form form, Back back) {
    String type = form.require("response_type");
    if (!type.equals("code")) {
      throw AadSts.UNSUPPORTED_RESPONSE_TYPE.about(type);
    }
    return new AuthorizeRequest(
        back,
        Asked.of(form.require("scope")),
        challenge(form),
        form.choice("prompt", PROMPTS),
        form.get("login_hint"),
        form.get("nonce"),
        form.get("client_info").equals("1"));
  }

  /** "If excluded, code_challenge is assumed to be plaintext". */
  private static Challenge challenge(Form form) {
    String method = form.choice("code_challenge_method", Set.of("S256", "plain"));
    Challenge challenge = new Challenge(form.get("code_challenge"), method.equals("S256"));
    if (!method.isEmpty() && !challenge.isThere()) {
      throw AadSts.NO_CHALLENGE.about();
    }
    if (challenge.isThere() && !challenge.isWellFormed()) {
      throw AadSts.CHALLENGE_SIZE.about();
    }
    return challenge;
  }

  MicrosoftClient client() {
    return back.client();
  }

  boolean prompts(String what) {
    return prompt.equals(what);
  }

  /** Without state and nonce. */
  @Override
  public String toString() {
    return "request of " + client() + " for " + asked.names();
  }
}
