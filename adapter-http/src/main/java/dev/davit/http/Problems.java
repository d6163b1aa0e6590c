package dev.davit.http;

import dev.davit.ports.CloudException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every exception as a problem, and logs those that are ours or the operator's to mend. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final List<String> OF_A_BODY =
      List.of("Accept-Ranges", "Content-Disposition", "Content-Length", "Content-Range", "ETag");

  private Problems() {}

  static void answer(Throwable failure, Context context) {
    String id = RequestIds.of(context.req());
    Problem problem = of(failure, id);
    log(failure, problem, id);
    if (context.res().isCommitted()) {
      Cut.connection(context.req());
      return;
    }
    forget(context.res());
    if (failure instanceof HttpProblem e) {
      e.headers().forEach(context::header);
    }
    if (problem.retryAfter() != null) {
      context.header("Retry-After", problem.retryAfter().toString());
    }
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"davit\"");
    }
    context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
  }

  private static Problem of(Throwable failure, String id) {
    if (failure instanceof CloudException e) {
      return Problem.of(e, id);
    }
    if (failure instanceof HttpProblem e) {
      return Problem.of(e.type(), e.detail(), id);
    }
    ProblemType type =
        failure instanceof HttpResponseException e
            ? ProblemType.ofStatus(e.getStatus())
            : ProblemType.INTERNAL;
    return Problem.of(type, type.title() + ".", id);
  }

  /** What is said of an error that no code could go on after. */
  static void fatal(HttpServletResponse response, Error failure) {
    String id = String.valueOf(response.getHeader(RequestIds.HEADER));
    LOG.error("request {}: {}", id, ProblemType.INTERNAL.uri(), failure);
    response.setStatus(500);
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      byte[] body =
          Json.of(Problem.of(ProblemType.INTERNAL, ProblemType.INTERNAL.title() + ".", id));
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.debug("request {}: the client is gone", id);
    }
  }

  /** Takes back what was said of a body that does not come. */
  private static void forget(HttpServletResponse response) {
    response.resetBuffer();
    OF_A_BODY.forEach(name -> response.setHeader(name, null));
    response.setHeader(SecurityHeaders.CSP, SecurityHeaders.CSP_API);
    response.setHeader("Cache-Control", "no-store");
  }

  /** Logs a failure that is answered in another way than by a problem. */
  static void note(CloudException failure, String id) {
    log(failure, Problem.of(failure, id), id);
  }

  private static void log(Throwable failure, Problem problem, String id) {
    if (problem.status() == 500) {
      LOG.error("request {}: {}", id, problem.type(), failure);
    } else if (problem.status() > 500) {
      LOG.warn("request {}: {}: {}", id, problem.type(), problem.detail());
    }
  }
}
