package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import dev.davit.emulator.oauth.ConsentPage;
import dev.davit.emulator.oauth.ReturnAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where an answer to the client goes: nowhere but to an address of its own.
 *
 * @param authority which the request was sent to
 * @param uri one of the client's
 * @param mode {@code query}, {@code fragment} or {@code form_post}
 * @param state comes back as it is; empty when omitted
 */
record Back(Authority authority, MicrosoftClient client, String uri, String mode, String state) {
  /** Reads it; what is wrong with it is told on a page. */
  static Back of(Form form, Authority authority, Clients clients) {
    String id = form.require("client_id");
    MicrosoftClient client =
        clients.find(id).orElseThrow(() -> AadSts.UNKNOWN_CLIENT.about(id, authority.name()));
    authority.check(client);
    String uri = form.get("redirect_uri");
    if (uri.isEmpty()) {
      throw AadSts.NO_REPLY_ADDRESS.about();
    }
    if (!client.redirectsTo(uri)) {
      throw AadSts.REDIRECT_MISMATCH.about(uri, id);
    }
    return new Back(authority, client, uri, mode(form), form.get("state"));
  }

  private static String mode(Form form) {
    String mode = form.has("response_mode") ? form.get("response_mode") : "query";
    if (!mode.matches("query|fragment|form_post")) {
      throw AadSts.UNSUPPORTED_RESPONSE_MODE.about(mode);
    }
    return mode;
  }

  /** Sends the browser there. */
  void send(Map<String, String> answer, HttpServletResponse response) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(answer);
    if (!state.isEmpty()) {
      all.put("state", state);
    }
    if (mode.equals("form_post")) {
      page(all, response);
    } else {
      ReturnAddress.send(uri, mode.equals("query") ? '?' : '#', all, response);
    }
  }

  /** The real one sends the form by a script, and has the button for browsers without. */
  private void page(Map<String, String> all, HttpServletResponse response) throws IOException {
    String fields =
        all.entrySet().stream()
            .map(entry -> Html.hidden(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    ConsentPage.send(
        response,
        "Microsoft",
        "Working...",
        "<form method=\"post\" name=\"hiddenform\" action=\""
            + (Xml.escape(uri) + "\">\n" + fields)
            + "<button id=\"continue\">Continue</button></form>");
  }

  @Override
  public String toString() {
    return uri;
  }
}
