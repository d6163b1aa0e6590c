// Asking the server again and again whether a log-in on another page has been decided.

import { get } from "./calls.js";
import { fill } from "./dom.js";
import { delay } from "./format.js";
import { told } from "./notices.js";

export const WAITING = "Waiting until you have logged in there.";

/** What may be over soon: one goes on asking. */
const PASSING = ["unreachable", "unavailable", "rate-limited", "conflict"];

/**
 * Asks until it is decided, and answers the connection. The server says how often to ask; a problem
 * that does not pass ends it.
 *
 * @param state where to say how it stands, and `left` how long there is
 */
export async function decided(path, login, { state, left, signal }) {
  const until = Date.now() + login.expires_in * 1000;
  let pause = login.interval;
  for (;;) {
    signal.throwIfAborted();
    const seconds = (until - Date.now()) / 1000;
    fill(left, seconds > 0 ? `You have ${delay(seconds)} left.` : "The time is over.");
    await sleep(pause, signal);
    try {
      const { connection } = await get(path, signal);
      if (connection) {
        return connection;
      }
      pause = login.interval;
      say(state, WAITING);
    } catch (problem) {
      if (!PASSING.includes(problem.type)) {
        throw problem;
      }
      pause = Math.max(problem.retryAfter, login.interval);
      say(state, told(problem));
    }
  }
}

/** Says it once, so that it is read out once. */
function say(state, words) {
  if (state.textContent !== words) {
    fill(state, words);
  }
}

/** So many seconds, or until one comes back to this tab: it may be decided then. */
export function sleep(seconds, signal) {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const end = (outcome) => {
      clearTimeout(timer);
      done.abort();
      outcome();
    };
    const timer = setTimeout(() => end(resolve), seconds * 1000);
    const seen = () => document.visibilityState === "visible" && end(resolve);
    document.addEventListener("visibilitychange", seen, { signal: done.signal });
    signal.addEventListener("abort", () => end(() => reject(signal.reason)), { signal: done.signal });
  });
}
