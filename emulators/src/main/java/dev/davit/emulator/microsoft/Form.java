package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.FormFields;
import dev.davit.emulator.oauth.MalformedForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/**
 * The parameters of a request, refused in Microsoft's words; those that are not known are ignored,
 * as RFC 6749, 3.1, has it, but for {@code resource} of the older endpoints.
 */
final class Form extends FormFields {
  private Form(String encoded) {
    super(encoded);
  }

  /** Those of an address. */
  static Form ofQuery(HttpServletRequest request) {
    return parsed(queryOf(request));
  }

  /** Those of a body; what is no form has none. Those of the address do not count. */
  static Form ofBody(HttpServletRequest request) throws IOException {
    return parsed(isForm(request) ? bodyOf(request) : "");
  }

  private static Form parsed(String encoded) {
    try {
      Form form = new Form(encoded);
      if (form.has("resource")) {
        throw AadSts.RESOURCE.about();
      }
      return form;
    } catch (MalformedForm e) {
      throw AadSts.DUPLICATED.about(e.repeated());
    }
  }

  @Override
  protected StsError missing(String name) {
    return AadSts.MISSING.about(name);
  }

  /** One of these, or omitted. */
  String choice(String name, Set<String> values) {
    String value = get(name);
    if (has(name) && !values.contains(value)) {
      throw AadSts.UNSUPPORTED_VALUE.about(name);
    }
    return value;
  }
}
