package dev.davit.emulator.microsoft.graph;

/** The refusals that come more than once (learn.microsoft.com/graph/errors). */
final class Refusals {
  private Refusals() {}

  static Refused notFound() {
    return Refused.of(404, "itemNotFound", "The resource could not be found.");
  }

  static Refused denied() {
    return Refused.of(403, "accessDenied", "Access denied");
  }

  static Refused invalid(String message) {
    return Refused.of(400, "invalidRequest", message);
  }

  /** What Graph's front refuses before the storage is asked. */
  static Refused badRequest(String message) {
    return Refused.of(400, "BadRequest", message);
  }

  static Refused notSupported(String message) {
    return Refused.of(400, "notSupported", message);
  }

  static Refused exists() {
    return Refused.of(
        409,
        "nameAlreadyExists",
        "An item with the same name already exists under the parent. Use"
            + " @microsoft.graph.conflictBehavior to rename or replace it.");
  }

  static Refused modified() {
    return Refused.of(412, "resourceModified", "ETag does not match current item's value")
        .inner("entityTagDoesNotMatch");
  }

  static Refused full() {
    return Refused.of(507, "quotaLimitReached", "Insufficient Space Available");
  }

  static Refused locked(String code) {
    return Refused.of(423, code, "The resource you are attempting to access is locked");
  }

  /** Of a body that is no JSON. */
  static Refused noJson() {
    return badRequest(
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload"
            + " is of valid JSON format.");
  }
}
