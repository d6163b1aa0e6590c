package dev.davit.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One row of the route table, from which the router, the OpenAPI document and the tests read.
 *
 * @param method the HTTP method
 * @param path with {@code {names}} for what varies
 * @param access who may call it
 * @param query the parameters that it reads from the address
 * @param others whether the address may have more: another server has made it
 * @param body what it reads from the body
 * @param answer what it answers when all went well
 * @param problems what else it may answer
 * @param action what it does
 */
record Route(
    Method method,
    String path,
    Access access,
    List<String> query,
    boolean others,
    Body body,
    Answer answer,
    Set<ProblemType> problems,
    Action action) {

  static Route get(String path, Access access, Answer answer, Action action) {
    return of(Method.GET, path, access, answer, action);
  }

  static Route post(String path, Access access, Answer answer, Action action) {
    return of(Method.POST, path, access, answer, action);
  }

  static Route patch(String path, Access access, Answer answer, Action action) {
    return of(Method.PATCH, path, access, answer, action);
  }

  static Route delete(String path, Access access, Answer answer, Action action) {
    return of(Method.DELETE, path, access, answer, action);
  }

  private static Route of(Method method, String path, Access access, Answer answer, Action action) {
    return new Route(
        method,
        path,
        access,
        List.of(),
        false,
        Body.NONE,
        answer,
        ProblemSets.everywhere(method, access),
        action);
  }

  Route withQuery(String... names) {
    return new Route(method, path, access, List.of(names), others, body, answer, problems, action);
  }

  /** The same, which overlooks parameters of other names. */
  Route amongOthers() {
    return new Route(method, path, access, query, true, body, answer, problems, action);
  }

  Route withBody(Body value) {
    return new Route(method, path, access, query, others, value, answer, problems, action)
        .may(ProblemSets.of(value));
  }

  Route may(Set<ProblemType> more) {
    Set<ProblemType> all = EnumSet.copyOf(problems);
    all.addAll(more);
    return new Route(method, path, access, query, others, body, answer, Set.copyOf(all), action);
  }

  Route may(ProblemType... more) {
    return may(Set.of(more));
  }

  boolean writes() {
    return method != Method.GET;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
