package dev.davit.http;

import dev.davit.ports.CloudException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every exception as a problem, and logs those that are ours or the operator's to mend. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void answer(Throwable failure, Context context) {
    String id = RequestIds.of(context.req());
    Problem problem = of(failure, id, context);
    log(failure, problem, id);
    if (context.res().isCommitted()) {
      Cut.connection(context.req(), failure);
      return;
    }
    if (problem.retryAfter() != null) {
      context.header("Retry-After", problem.retryAfter().toString());
    }
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"davit\"");
    }
    context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
  }

  private static Problem of(Throwable failure, String id, Context context) {
    if (failure instanceof CloudException e) {
      return Problem.of(e, id);
    }
    if (failure instanceof HttpProblem e) {
      e.headers().forEach(context::header);
      return Problem.of(e.type(), e.detail(), id);
    }
    ProblemType type =
        failure instanceof HttpResponseException e
            ? ProblemType.ofStatus(e.getStatus())
            : ProblemType.INTERNAL;
    return Problem.of(type, type.title() + ".", id);
  }

  private static void log(Throwable failure, Problem problem, String id) {
    if (problem.status() == 500) {
      LOG.error("request {}: {}", id, problem.type(), failure);
    } else if (problem.status() > 500) {
      LOG.warn("request {}: {}: {}", id, problem.type(), problem.detail());
    }
  }
}
