// Problems in words that a person can act on.

import { el } from "./dom.js";
import { delay } from "./format.js";

const SILENT = {
  unreachable: "The server does not answer. See whether you are online, then try again.",
  404: "That is not there any more.",
  413: "That is larger than this server takes.",
  429: "That was too often.",
};

/** What nobody but the operator can mend. */
const OPERATORS = ["internal", "integrity", "misconfigured", "protocol"];

/** What went wrong and what to do about it, as sentences. */
export function sentences(problem) {
  const said = problem.message || SILENT[problem.type] || SILENT[problem.status];
  return [said || "The server could not do that.", whenAgain(problem), whomToTell(problem)]
    .filter(Boolean)
    .join(" ");
}

function whenAgain(problem) {
  return problem.retryAfter > 0 ? `Wait at least ${delay(problem.retryAfter)}.` : "";
}

function whomToTell(problem) {
  return OPERATORS.includes(problem.type) && problem.requestId
    ? `If it stays like this, tell whoever runs this server; the request was ${problem.requestId}.`
    : "";
}

/** How coming back from a provider's page can end, by the server's word for it. */
const RETURNED = {
  "access-denied":
    "The access was not allowed there, so nothing was connected. If it asked for an administrator's approval, have yours approve this application, then connect again.",
  "missing-scope":
    "A permission was left out without which nothing works here. Connect again, and allow everything that is asked for; where there are boxes, tick them all.",
  "no-refresh-token":
    "The provider gave no lasting access. Remove this application from those that may use your account there, then connect again.",
  "invalid-flow": "That took too long, was finished already, or was begun in another browser. Start again.",
  unavailable: "The provider could not be reached. Try again in a while.",
  conflict: "That account is just being disconnected. Try again in a moment.",
  misconfigured: "The provider refuses this server's settings. Tell whoever runs this server.",
};

/** Why one comes back from a provider's page with nothing. */
export function returned(word) {
  return Object.hasOwn(RETURNED, word) ? RETURNED[word] : "That did not work. Start again.";
}

/** What to do about a connection that must be connected again. */
export function reconnecting(connection) {
  return connection.status_reason === "missing_scope"
    ? "A permission is missing without which nothing works here. Reconnect, and allow everything that is asked for."
    : "It no longer accepts the stored credentials. Reconnect to go on using it.";
}

/** Links that mend the problem, or let one choose. */
export function remedies(problem) {
  if (problem.type === "reauth-required" && problem.connection) {
    const path = `#/connections/${problem.connection}/reconnect`;
    return [el("a", { class: "button primary", href: path }, "Reconnect")];
  }
  return problem.choices.length ? [el("a", { class: "button", href: "#/" }, "Choose a connection")] : [];
}
