package dev.davit.http;

import dev.davit.Caller;
import dev.davit.ports.OwnerId;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A request that has come as far as its route: past every check that does not need the body. */
final class Call {
  private final Context context;
  private final Route route;
  private final Fields query;
  private final HttpLimits limits;
  private final @Nullable Identity identity;

  Call(Context context, Route route, Fields query, HttpLimits limits, @Nullable Identity identity) {
    this.context = context;
    this.route = route;
    this.query = query;
    this.limits = limits;
    this.identity = identity;
  }

  Route route() {
    return route;
  }

  HttpLimits limits() {
    return limits;
  }

  HttpServletRequest request() {
    return context.req();
  }

  HttpServletResponse response() {
    return context.res();
  }

  String requestId() {
    return RequestIds.of(context.req());
  }

  String address() {
    return Addresses.of(context.req());
  }

  Identity identity() {
    if (identity == null) {
      throw new IllegalStateException(route + " is called by nobody");
    }
    return identity;
  }

  /** For whom the core is called: the account is its own owner. */
  Caller caller() {
    String id = identity().userId();
    return new Caller(new OwnerId(id), id, requestId());
  }

  String path(String name) {
    return Texts.check(name, context.pathParam(name));
  }

  Fields query() {
    return query;
  }

  /** The body's fields, those of the route table and no other. */
  Fields body() {
    Fields fields = JsonBody.parse(RequestBody.json(request(), limits), route.body().names());
    route.body().required().forEach(fields::require);
    return fields;
  }

  void answer(int status, View view) {
    context.status(status).contentType(Answer.JSON).result(Json.of(view));
  }

  /** Answers what was just made, and where it is. */
  void created(String location, View view) {
    header("Location", location);
    answer(201, view);
  }

  void empty(int status) {
    context.status(status);
  }

  /** Sends the browser on. */
  void redirect(int status, String location) {
    header("Location", location);
    empty(status);
  }

  void bytes(String mediaType, byte[] body) {
    context.status(200).contentType(mediaType).result(body);
  }

  void header(String name, String value) {
    context.res().setHeader(name, value);
  }
}
