package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Jsons;
import dev.davit.emulator.internal.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What comes to the address of an upload session, at a host of its own (driveitem-
 * createuploadsession): whoever knows it needs nothing else, and must send nothing else.
 */
final class UploadServlet extends HttpServlet {
  static final String PREFIX = "/upload/";
  static final String PATTERN = PREFIX + "*";

  private static final int PATIENCE = 20;

  private final transient UploadSessions sessions;
  private final transient Offences offences;
  private final transient UploadFaults faults;

  UploadServlet(World world) {
    sessions = world.sessions();
    offences = world.offences();
    faults = world.faults().uploads();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      offences.check(request);
      String secret = String.valueOf(request.getParameter("tempauth"));
      serve(new Use(secret, sessions.get(secret), request, response));
    } catch (Refused e) {
      e.send(request, response, sessions.now());
    }
  }

  /** A request to a session. */
  private record Use(
      String secret,
      UploadSession session,
      HttpServletRequest request,
      HttpServletResponse response) {
    void answer(int status, Map<String, Object> json) throws IOException {
      response.setStatus(status);
      response.setContentType("application/json; charset=utf-8");
      response.getOutputStream().write(Jsons.text(json).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void serve(Use use) throws IOException {
    UploadSession session = use.session();
    if (!tryLock(session)) { // Words seen: github.com/O365/python-o365/issues/728
      throw Refused.of(
          416, "invalidRange", "Optimistic concurrency failure during fragmented upload");
    }
    try {
      switch (use.request().getMethod()) {
        case "GET" -> use.answer(200, session.state());
        case "PUT" -> put(use);
        case "POST" -> commit(use);
        case "DELETE" -> delete(use);
        default -> throw Refused.of(405, "notAllowed", "The method is not allowed here.");
      }
    } finally {
      session.lock().unlock();
    }
  }

  private static boolean tryLock(UploadSession session) {
    try {
      return session.lock().tryLock(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void put(Use use) throws IOException {
    Fragment fragment = Fragment.of(use.request());
    use.session().check(fragment);
    FragmentFailure failure = faults.takeFailure();
    failure.before();
    if (!take(use, fragment)) {
      Wire.cut(use.request());
      return;
    }
    use.session().extend(sessions.expiry());
    boolean done = use.session().isWhole() && !use.session().plan().deferred();
    if (done) {
      finish(use, failure);
    } else {
      failure.after();
      use.answer(202, use.session().state());
    }
  }

  /** Keeps a fragment, or less of it on demand; none of one that breaks off: then it is false. */
  private boolean take(Use use, Fragment fragment) throws IOException {
    InputStream body = use.request().getInputStream();
    OptionalLong cut = faults.takeCut(fragment.first(), fragment.last());
    if (cut.isPresent()) {
      body.skipNBytes(cut.getAsLong() - fragment.first());
      return false;
    }
    long most = Math.min(fragment.length(), faults.takeLess().orElse(Long.MAX_VALUE));
    use.session().growing().takeWhole(body, most);
    body.transferTo(OutputStream.nullOutputStream());
    return true;
  }

  private void finish(Use use, FragmentFailure failure) throws IOException {
    UploadSession.Committed committed = use.session().commit();
    sessions.remove(use.secret());
    failure.after();
    use.answer(faults.ending(committed.created() ? 201 : 200), committed.item());
  }

  /** Of a deferred one, or of one whose last fragment met a conflict ("Completing a file"). */
  private void commit(Use use) throws IOException {
    if (use.request().getContentLengthLong() != 0) {
      throw Refused.of(400, "invalidRequest", "Completing an upload takes no content.");
    }
    if (use.session().plan().closed()) {
      throw Refusals.notSupported(
          "OneDrive Personal completes uploads by a PUT with @microsoft.graph.sourceUrl only.");
    }
    finish(use, FragmentFailure.NONE);
  }

  private void delete(Use use) throws IOException {
    sessions.discard(use.secret());
    use.response().setStatus(204);
  }
}
