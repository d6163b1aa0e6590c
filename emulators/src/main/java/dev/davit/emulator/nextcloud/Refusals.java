package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How each part of the server says no before it looks at the request. */
enum Refusals {
  /** {@code remote.php}: sabre's XML. */
  DAV {
    @Override
    void unauthenticated(HttpServletResponse response) throws IOException {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Nextcloud\", charset=\"UTF-8\"");
      SabreError.of(401, "No public access to this resource., Username or password was incorrect")
          .send(response);
    }

    @Override
    void tooManyRequests(HttpServletResponse response) throws IOException {
      SabreError.nextcloud(429, "TooManyRequests", "Too many requests").send(response);
    }
  },
  /** {@code ocs}: its envelope. */
  OCS {
    @Override
    void unauthenticated(HttpServletResponse response) throws IOException {
      Ocs.NOT_LOGGED_IN.send(response);
    }

    @Override
    void tooManyRequests(HttpServletResponse response) throws IOException {
      Ocs.TOO_MANY_REQUESTS.send(response);
    }
  },
  /** Everything else: open to anyone. */
  PUBLIC {
    @Override
    void unauthenticated(HttpServletResponse response) throws IOException {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    void tooManyRequests(HttpServletResponse response) throws IOException {
      response.sendError(429);
    }
  };

  static Refusals of(HttpServletRequest request) {
    String path = request.getServletPath();
    if (path.startsWith("/remote.php")) {
      return DAV;
    }
    return path.startsWith("/ocs/") ? OCS : PUBLIC;
  }

  boolean asksForPassword() {
    return this != PUBLIC;
  }

  abstract void unauthenticated(HttpServletResponse response) throws IOException;

  abstract void tooManyRequests(HttpServletResponse response) throws IOException;
}
