// For admins: who has an account here, and what they have connected.

import { get, query } from "./calls.js";
import { el, name } from "./dom.js";
import { time } from "./format.js";
import { empty, heading, load, moreButton } from "./view.js";
import { status } from "./view-connections.js";

const USERS = "/api/admin/users";

/** All users, each with their connections when opened. */
export function usersView(_, { signal }) {
  const place = el("div", {});
  load(place, signal, () => get(USERS, signal), (page) => {
    const list = el("ul", { class: "cards" });
    const append = (users) => list.append(...users.map((user) => card(user, signal)));
    append(page.items);
    const more = moreButton(list, page.next_page_token, async (token) => {
      const next = await get(query(USERS, { page_token: token }), signal);
      append(next.items);
      return next.next_page_token;
    });
    return [list, more];
  });
  return [heading("Users"), place];
}

function card(user, signal) {
  const role = user.role === "ADMIN" ? el("span", { class: "pill quiet" }, "Admin") : null;
  const head = el("div", { class: "head" }, el("h2", {}, name(user.email)), role);
  const since = el("p", { class: "quiet" }, "Since ", time(user.created_at));
  return el("li", { class: "card" }, head, since, user.role === "USER" && connections(user, signal));
}

function connections(user, signal) {
  const place = el("div", {});
  const details = el("details", {}, el("summary", {}, "Connections"), place);
  const fetching = () => get(`${USERS}/${user.id}/connections`, signal);
  details.addEventListener("toggle", () => details.open && load(place, signal, fetching, listed));
  return details;
}

function listed({ items }) {
  const none = empty(el("p", {}, "None."));
  const lines = items.map((one) =>
    el("li", {}, name(one.display_name), " · ", name(one.account_label), " ", status(one)),
  );
  return lines.length ? el("ul", { class: "lines" }, lines) : none;
}
