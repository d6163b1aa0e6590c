// What views have in common: headings, loading, lists that go on.

import { button, el, fill, iconButton } from "./dom.js";
import { failure, warn } from "./notices.js";

/** The heading of a view; the title of the window says the same. */
export function heading(title) {
  document.title = `${title} – Davit`;
  return el("h1", { tabindex: "-1" }, title);
}

/**
 * Fills a place with what the server answers: first shapes of what will be there, then that, or the
 * reason why not and a way to try again.
 */
export async function load(place, signal, fetching, showing) {
  const mine = {};
  place.loading = mine;
  fill(place, skeleton());
  place.ariaBusy = "true";
  try {
    const answer = await fetching();
    if (!signal.aborted && place.loading === mine) {
      fill(place, showing(answer));
    }
  } catch (problem) {
    if (!signal.aborted && place.loading === mine && !problem.sessionEnded) {
      fill(place, failure(problem, () => load(place, signal, fetching, showing)));
    }
  } finally {
    place.ariaBusy = String(place.loading !== mine);
  }
}

function skeleton() {
  const bars = [1, 2, 3].map(() => el("div", { class: "skeleton" }));
  return [el("p", { class: "hidden" }, "Loading"), bars];
}

/** Does something and shows what went wrong, if it does. Nothing happens twice at once. */
export async function attempt(control, action) {
  if (control.ariaBusy === "true") {
    return;
  }
  control.ariaBusy = "true";
  try {
    await action();
  } catch (problem) {
    warn(problem);
  } finally {
    control.ariaBusy = "false";
  }
}

/**
 * A button under a list that adds the next page; `more(token)` appends it and answers the token
 * after. One goes on at the first that is new.
 */
export function moreButton(list, token, more) {
  let next = token;
  const control = button("Show more", () =>
    attempt(control, async () => {
      const last = list.lastElementChild;
      next = await more(next);
      control.hidden = !next;
      last?.nextElementSibling?.querySelector("a, button, summary")?.focus({ preventScroll: true });
    }),
  );
  control.classList.add("more");
  control.hidden = !next;
  return control;
}

/** A button that fetches a list anew, and is itself made anew by that. */
export function refreshButton(again) {
  const refresh = async () => {
    await again();
    document.querySelector(".refresh")?.focus();
  };
  return iconButton("refresh", "Refresh", refresh, { class: "plain refresh" });
}

/** What is said where a list is empty. */
export function empty(...words) {
  return el("div", { class: "panel empty" }, words);
}
