// What becomes of all that somebody had whose account is deleted.

import { sleep } from "./asking.js";
import { get, query } from "./calls.js";
import { el, fill, name } from "./dom.js";
import { time } from "./format.js";
import { told } from "./notices.js";
import { empty, heading, load, moreButton } from "./view.js";

const ALL = "/api/admin/purges";
const SECONDS = 2;
const STATES = {
  RUNNING: ["quiet", "Under way"],
  DONE: ["good", "Done"],
  INCOMPLETE: ["warning", "Done, but not everything could be reached"],
};

/** One, followed until it is over; for whoever has the address. */
export function purgeView({ purge: id }, { signal }) {
  const place = el("div", { class: "card", role: "status" });
  const path = `/api/purges/${id}`;
  load(place, signal, () => get(path, signal), (purge) => {
    follow(place, path, purge, signal);
    return facts(purge);
  });
  const text = "Nobody can log in to this account any more. You may keep this page's address to look again.";
  return el("div", { class: "narrow" }, heading("Account deletion"), el("p", {}, text), place);
}

async function follow(place, path, first, signal) {
  let purge = first;
  while (purge.state === "RUNNING") {
    try {
      await sleep(SECONDS, signal);
      const next = await get(path, signal);
      if (JSON.stringify(next) !== JSON.stringify(purge)) {
        fill(place, facts(next));
      }
      purge = next;
    } catch (problem) {
      if (signal.aborted || problem.status === 404) {
        return;
      }
      fill(place, facts(purge), el("p", {}, told(problem)));
    }
  }
}

function facts(purge) {
  const [kind, text] = STATES[purge.state] ?? ["quiet", purge.state];
  const ended = purge.finished_at ? ["ended ", time(purge.finished_at)] : ["given up at ", time(purge.deadline)];
  const from = purge.providers.length ? [" of ", name(purge.providers.join(", "))] : "";
  return [
    el("p", {}, el("span", { class: `pill ${kind}` }, text)),
    el("p", { class: "quiet" }, "Asked for ", time(purge.requested_at), ", ", ended),
    el("p", {}, `Connections: ${purge.connections}`, from),
    el("p", {}, `Documents deleted: ${purge.documents_deleted}`),
    purge.documents_unreachable > 0 &&
      el("p", {}, `Documents that could not be reached, and stay in their cloud: ${purge.documents_unreachable}`),
    purge.grants_left > 0 && el("p", {}, `Clouds that list this application still: ${purge.grants_left}`),
    purge.failure && el("p", {}, "What keeps it from going on: ", name(purge.failure)),
  ];
}

/** All of them, for admins. */
export function purgesView(_, { signal }) {
  const place = el("div", {});
  load(place, signal, () => get(ALL, signal), (page) => {
    const list = el("ul", { class: "cards" });
    const append = (items) => list.append(...items.map((one) => el("li", { class: "card" }, facts(one))));
    append(page.items);
    const more = moreButton(list, page.next_page_token, async (token) => {
      const next = await get(query(ALL, { page_token: token }), signal);
      append(next.items);
      return next.next_page_token;
    });
    return page.items.length ? [list, more] : empty(el("p", {}, "No account was deleted lately."));
  });
  return [heading("Deletions"), place];
}
