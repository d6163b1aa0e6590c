package dev.davit.onedrive;

import static dev.davit.onedrive.OAuthMutant.later;
import static dev.davit.onedrive.OAuthMutant.page;

import java.util.stream.Stream;

/** Adapters that send browsers to the authorization endpoint as nobody should. */
final class OAuthPageMutants {
  private OAuthPageMutants() {}

  static Stream<OAuthMutant> all() {
    return Stream.of(toldOnAPage(), toldToTheClient(), toldLater()).flatMap(rows -> rows);
  }

  private static Stream<OAuthMutant> toldOnAPage() {
    return Stream.of(
        page("the tenant is known", "/common/", "/nowhere.example/", "AADSTS90002"),
        page("the account is of the tenant", "/common/", "/contoso.example/", "AADSTS50020"),
        page(
            "personal accounts are in no organization",
            "/common/",
            "/organizations/",
            "AADSTS500200"),
        page("accounts of work are no consumers", "/common/", "/consumers/", "AADSTS50020")
            .withWork(),
        page("the client is known", "client_id=[^&]*", "client_id=nobody", "AADSTS700016"),
        page(
            "a client for work is for no consumers",
            "/common(/.*client_id=)[^&]*",
            "/consumers$1work",
            "AADSTS9002332"),
        page(
            "a client for consumers is for nobody else",
            "client_id=[^&]*",
            "client_id=personal",
            "AADSTS9002331"),
        page(
            "a client of one tenant is at that", "client_id=[^&]*", "client_id=own", "AADSTS50194"),
        page("there is a redirect address", "redirect_uri=[^&]*&", "", "AADSTS900971"),
        page(
            "it is one of this machine",
            "redirect_uri=[^&]*",
            "redirect_uri=https%3A%2F%2Fevil.example%2F",
            "AADSTS50011"),
        page("it is registered exactly", "client_id=[^&]*", "client_id=exact", "AADSTS50011"),
        page("no parameter comes twice", "$", "&state=x", "AADSTS9000411"),
        page("resource is of the older endpoints", "$", "&resource=x", "AADSTS901002"),
        page(
            "there are three response modes",
            "response_mode=query",
            "response_mode=web_message",
            "AADSTS70007"),
        page(
            "the fragment is for scripts",
            "response_mode=query",
            "response_mode=fragment",
            "answers elsewhere than in the query"),
        page("form_post posts", "response_mode=query", "response_mode=form_post", ""));
  }

  private static Stream<OAuthMutant> toldToTheClient() {
    return Stream.of(
        page(
            "a code is asked for",
            "response_type=code",
            "response_type=token",
            "unsupported_response_type AADSTS70005"),
        page("something is asked for", "response_type=code&?", "", "invalid_request AADSTS900144"),
        page("there are four prompts", "$", "&prompt=always", "invalid_request AADSTS90023"),
        page("prompt=none shows no page", "$", "&prompt=none", "interaction_required AADSTS65001"),
        page(
            "scopes are known",
            "Files.ReadWrite.All",
            "Files.Nonsense",
            "invalid_scope AADSTS70011"),
        page("there are scopes", "scope=[^&]*&", "", "invalid_request AADSTS900144"),
        page(
                "some are for administrators to give",
                "Files.ReadWrite.All",
                "Directory.ReadWrite.All",
                "access_denied AADSTS90094")
            .withWork(),
        page(
            "a method has its challenge",
            "code_challenge=[^&]*&",
            "",
            "invalid_request AADSTS50147"),
        page("there are two methods", "=S256", "=S512", "invalid_request AADSTS90023"),
        page(
            "a challenge is a hash",
            "code_challenge=[^&]*",
            "code_challenge=short",
            "invalid_request AADSTS501491"),
        page("state comes back as it went", "state=[^&]*", "state=other", "has another state"));
  }

  private static Stream<OAuthMutant> toldLater() {
    return Stream.of(
        later(
            "plain is meant where no method is named",
            "&code_challenge_method=S256",
            "",
            "exchange INVALID_FLOW AADSTS501481"),
        later(
            "the challenge is of the verifier",
            "code_challenge=.",
            "code_challenge=_",
            "exchange INVALID_FLOW AADSTS501481"),
        later(
            "what is to last is asked for at the page",
            "offline_access",
            "openid",
            "exchange has no refresh token"),
        later(
            "what is used is consented to",
            "Files.ReadWrite.All",
            "Files.Read",
            "exchange INVALID_FLOW AADSTS70000"));
  }
}
