package dev.davit.emulator.nextcloud;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses is told in sabre's words, so that nobody sees a page of Tomcat's. */
public final class SabreErrors extends ErrorReportValve {
  private static final int ERRORS = 400;

  /** For Tomcat, which makes it by its name. */
  public SabreErrors() {}

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    if (response.getStatus() < ERRORS
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      SabreError.of(response.getStatus(), "Refused.").send(response.getResponse());
      response.finishResponse();
    } catch (IOException e) {
      // Nobody listens any more.
    }
  }
}
