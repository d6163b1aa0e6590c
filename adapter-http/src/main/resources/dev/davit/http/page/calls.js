// Calls to the server. Whatever goes wrong becomes a Problem (RFC 9457).

/** What went wrong, as the server said it; of type "unreachable" when it said nothing. */
export class Problem extends Error {
  constructor(status, body) {
    super(text(body.detail) || text(body.title));
    this.status = status;
    this.type = text(body.type).replace(/^.*[/:]/, "");
    this.retryAfter = Number(body.retry_after) || 0;
    this.connection = text(body.connection_id);
    this.choices = Array.isArray(body.choices) ? body.choices.map(text) : [];
    this.field = text(body.field);
    this.documents = Number(body.documents) || 0;
    this.requestId = text(body.request_id);
  }

  /** Whether nobody is logged in any more. */
  get sessionEnded() {
    return this.status === 401;
  }
}

function text(value) {
  return typeof value === "string" ? value : "";
}

/** The problem in an answer's body, whatever that is; status 0 is no answer at all. */
function problemOf(status, body) {
  if (status === 0) {
    return new Problem(0, { type: "unreachable" });
  }
  try {
    return new Problem(status, Object(JSON.parse(body)));
  } catch {
    return new Problem(status, {});
  }
}

let csrf = "";
let session = { ended() {}, async renew() {} };

/** Sets what every write carries from now on, so that no other site can send one. */
export function useCsrf(token) {
  csrf = token;
}

/** The header that a write carries. */
export function csrfHeader() {
  return { "X-CSRF-Token": csrf };
}

/**
 * Says who looks after the session: `ended()` is told when nobody is logged in any more; `renew()`
 * fetches the token of writes anew, which changes when one logs in again in another tab.
 */
export function onSession(keeper) {
  session = keeper;
}

/** The problem of an answer; where it is about the session, its keeper sees to that first. */
export async function noted(status, body) {
  const problem = problemOf(status, body);
  if (problem.sessionEnded) {
    session.ended();
  } else if (problem.type === "csrf") {
    await session.renew();
  }
  return problem;
}

async function call(method, path, options = {}, again = true) {
  const [status, answer] = await send(method, path, options);
  if (status >= 200 && status < 300) {
    return answer ? JSON.parse(answer) : null;
  }
  const ours = path.startsWith("/api/auth/") && status === 401;
  const problem = ours ? problemOf(status, answer) : await noted(status, answer);
  if (problem.type === "csrf" && again) {
    return call(method, path, options, false);
  }
  throw problem;
}

async function send(method, path, { body, signal }) {
  const headers = method === "GET" ? {} : csrfHeader();
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const options = { method, headers, signal, credentials: "same-origin", redirect: "error" };
  try {
    const answer = await fetch(path, { ...options, body: JSON.stringify(body) });
    return [answer.status, await answer.text()];
  } catch (error) {
    throw error.name === "AbortError" ? error : problemOf(0, "");
  }
}

export const get = (path, signal) => call("GET", path, { signal });
export const post = (path, body) => call("POST", path, { body });
export const patch = (path, body) => call("PATCH", path, { body });
export const remove = (path, body) => call("DELETE", path, { body });

/** A path with a query; parameters that are undefined are left out. */
export function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
