// Short messages at the lower edge, read out as they come.

import { button, el, fill, iconButton } from "./dom.js";
import { Problem } from "./calls.js";
import { remedies, sentences } from "./words.js";

const SECONDS = 6;
const AT_ONCE = 2;

/** Says that something is done. It goes away by itself. */
export function say(...words) {
  const notice = el("p", { class: "notice" }, words);
  const notices = document.getElementById("notices");
  notices.append(notice);
  [...notices.children].slice(0, -AT_ONCE).forEach((old) => old.remove());
  setTimeout(() => notice.remove(), SECONDS * 1000);
}

/** Says what one may want to act on: it stays until it is closed. */
export function note(...words) {
  const notice = el("div", { class: "notice lasting" }, el("p", {}, words));
  notice.append(iconButton("close", "Close this message", () => notice.remove()));
  document.getElementById("notices").append(notice);
}

/** Says what went wrong. It stays until it is closed, or one goes elsewhere. */
export function warn(problem) {
  if (problem.sessionEnded || problem.name === "AbortError") {
    return;
  }
  const notice = el("div", { class: "notice bad" }, el("p", {}, told(problem)), mending(problem));
  notice.append(iconButton("close", "Close this message", () => notice.remove()));
  fill(document.getElementById("alarms"), notice);
}

/** Takes the warnings away, and everything that was said if somebody else may look next. */
export function clearNotices(everything) {
  fill(document.getElementById("alarms"));
  if (everything) {
    fill(document.getElementById("notices"));
  }
}

/** What went wrong, in the place of what should have been shown there. */
export function failure(problem, again) {
  const retry = problem.status === 404 ? null : button("Try again", again);
  return el("div", { class: "panel failure", role: "alert" }, [
    el("p", {}, told(problem)),
    el("p", { class: "actions" }, mending(problem), retry),
  ]);
}

/** What went wrong, in words; a mistake of this page itself is for its author's eyes. */
export function told(problem) {
  if (problem instanceof Problem) {
    return sentences(problem);
  }
  console.error(problem);
  return "This page made a mistake. Reload it and try again.";
}

function mending(problem) {
  return problem instanceof Problem ? remedies(problem) : null;
}
