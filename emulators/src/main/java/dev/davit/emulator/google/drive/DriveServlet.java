package dev.davit.emulator.google.drive;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Drive's part of the origin. */
final class DriveServlet extends HttpServlet {
  static final String[] PATTERNS = {"/drive/v3/*", "/upload/drive/v3/*", "/download/drive/v3/*"};

  private static final String OVERRIDE = "X-HTTP-Method-Override";
  private static final String UPLOAD_ID = "upload_id";
  private static final int CLOSED = 499;

  /** Knows who calls; where nobody does, the answer is given. */
  @FunctionalInterface
  interface Authentication {
    Optional<Who> of(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private final transient World world;
  private final transient Sessions sessions;
  private final transient Resumable resumable;
  private final transient Routes routes;
  private final transient Authentication authentication;

  DriveServlet(World world, Sessions sessions, Authentication authentication) {
    this.world = world;
    this.sessions = sessions;
    this.resumable = new Resumable(world, sessions);
    this.routes = new Routes(world, sessions);
    this.authentication = authentication;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      serve(request, response);
    } catch (DriveError e) {
      e.send(response);
    } catch (PlainError e) {
      e.send(response);
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Params params = new Params(request.getQueryString());
    String verb = verb(request);
    if (params.has(UPLOAD_ID)) {
      session(verb, params.text(UPLOAD_ID), request, response);
      return;
    }
    Optional<Routes.Found> found = routes.find(verb, request.getRequestURI());
    if (found.isEmpty()) {
      throw new PlainError(404, "Not Found");
    }
    Optional<Who> who = authentication.of(request, response);
    if (who.isPresent()) {
      call(found.get(), who.get(), params, request, response);
    }
  }

  /**
   * The method; for clients that can't send PATCH also by a header of a POST (guides/performance,
   * "Patch").
   */
  private static String verb(HttpServletRequest request) {
    String override = request.getHeader(OVERRIDE);
    return request.getMethod().equals("POST") && override != null ? override : request.getMethod();
  }

  private void call(
      Routes.Found found,
      Who who,
      Params params,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Method method = found.route().method();
    params.check(method);
    method.check(who);
    world.people().know(who);
    found.route().handler().handle(new Call(method, found.id(), who, params, request, response));
  }

  /**
   * What comes to the address of an upload: its {@code upload_id} is all that is needed, a token
   * that comes with it must be a good one nevertheless.
   */
  private void session(
      String verb, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean token = request.getHeader("Authorization") != null;
    if (token && authentication.of(request, response).isEmpty()) {
      return;
    }
    switch (verb) {
      case "PUT" -> resumable.put(id, request, response);
      case "DELETE" -> {
        sessions.get(id);
        sessions.remove(id);
        throw new PlainError(CLOSED, "Cancelled.");
      }
      default -> throw new PlainError(404, "Not Found");
    }
  }
}
