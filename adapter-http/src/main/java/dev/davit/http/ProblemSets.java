package dev.davit.http;

import static dev.davit.http.ProblemType.ADDRESS_REFUSED;
import static dev.davit.http.ProblemType.CSRF;
import static dev.davit.http.ProblemType.FORBIDDEN;
import static dev.davit.http.ProblemType.INTEGRITY;
import static dev.davit.http.ProblemType.INTERNAL;
import static dev.davit.http.ProblemType.INVALID_REQUEST;
import static dev.davit.http.ProblemType.LOCKED;
import static dev.davit.http.ProblemType.MISCONFIGURED;
import static dev.davit.http.ProblemType.NOT_FOUND;
import static dev.davit.http.ProblemType.PROTOCOL;
import static dev.davit.http.ProblemType.PROVIDER_DENIED;
import static dev.davit.http.ProblemType.RATE_LIMITED;
import static dev.davit.http.ProblemType.REAUTH_REQUIRED;
import static dev.davit.http.ProblemType.REQUEST_TIMEOUT;
import static dev.davit.http.ProblemType.TOO_LARGE;
import static dev.davit.http.ProblemType.UNAUTHENTICATED;
import static dev.davit.http.ProblemType.UNAVAILABLE;
import static dev.davit.http.ProblemType.UNSUPPORTED_MEDIA;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems that come together. */
final class ProblemSets {
  /** Of every call that asks a provider. */
  static final Set<ProblemType> PROVIDER =
      Set.of(
          REAUTH_REQUIRED,
          PROVIDER_DENIED,
          ADDRESS_REFUSED,
          LOCKED,
          INTEGRITY,
          PROTOCOL,
          MISCONFIGURED);

  /** Of every call that asks a provider for what may not be there. */
  static final Set<ProblemType> STORAGE =
      Stream.concat(PROVIDER.stream(), Stream.of(NOT_FOUND))
          .collect(Collectors.toUnmodifiableSet());

  /** Of a check, whose answer says by itself if the account must be connected again. */
  static final Set<ProblemType> CHECK =
      Set.of(
          NOT_FOUND, PROVIDER_DENIED, ADDRESS_REFUSED, LOCKED, INTEGRITY, PROTOCOL, MISCONFIGURED);

  private ProblemSets() {}

  /** What every route of this kind may answer. */
  static Set<ProblemType> everywhere(Method method, Access access) {
    Set<ProblemType> types = EnumSet.of(INVALID_REQUEST);
    if (access != Access.WATCH) {
      types.addAll(Set.of(RATE_LIMITED, INTERNAL, UNAVAILABLE));
    }
    if (!access.isPublic()) {
      types.add(UNAUTHENTICATED);
    }
    if (access == Access.USER || access == Access.ADMIN) {
      types.add(FORBIDDEN);
    }
    if (method != Method.GET) {
      types.add(CSRF);
    }
    return types;
  }

  /** What reading such a body may end in. */
  static Set<ProblemType> of(Body body) {
    return switch (body.kind()) {
      case NONE -> Set.of();
      case JSON, OPEN_JSON, FILE -> Set.of(TOO_LARGE, UNSUPPORTED_MEDIA, REQUEST_TIMEOUT);
    };
  }
}
