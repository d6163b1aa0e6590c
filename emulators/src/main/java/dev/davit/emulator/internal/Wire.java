package dev.davit.emulator.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets filters close the connection of a request, which servlets can't. */
public final class Wire extends ValveBase {
  private static final String CUT = Wire.class.getName();

  /** Makes the valve. */
  public Wire() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Runnable cut =
        () ->
            response
                .getCoyoteResponse()
                .action(ActionCode.CLOSE_NOW, new IOException("Closed on demand."));
    request.setAttribute(CUT, cut);
    getNext().invoke(request, response);
  }

  /** Closes the connection now; what was not yet sent never is. */
  public static void cut(ServletRequest request) {
    request.setAttribute(RequestsFilter.UNANSWERED, true);
    ((Runnable) request.getAttribute(CUT)).run();
  }
}
