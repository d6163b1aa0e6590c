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

/** Links that mend the problem, or let one choose. */
export function remedies(problem) {
  if (problem.type === "reauth-required" && problem.connection) {
    const path = `#/connections/${problem.connection}/reconnect`;
    return [el("a", { class: "button primary", href: path }, "Reconnect")];
  }
  return problem.choices.length ? [el("a", { class: "button", href: "#/" }, "Choose a connection")] : [];
}
