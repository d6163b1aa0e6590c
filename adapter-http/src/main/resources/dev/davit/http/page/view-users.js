// For admins: who has an account here, and what they have connected.

import { get, Problem, query, remove } from "./calls.js";
import { ask } from "./dialog.js";
import { button, el, isolated, name } from "./dom.js";
import { time } from "./format.js";
import { go } from "./router.js";
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
  const label = { "aria-label": `Delete ${isolated(user.email)}` };
  const end = el("div", { class: "actions" }, button("Delete", () => deleteUser(user), label));
  return el("li", { class: "card" }, head, since, user.role === "USER" && connections(user, signal), end);
}

async function deleteUser(user) {
  let purge;
  const done = await ask({
    title: ["Delete ", name(user.email), "?"],
    text: "The user's documents are deleted, in clouds too, and the clouds are disconnected. This can't be undone.",
    fields: [{ name: "email", label: "Type the e-mail address to confirm", kind: "TEXT" }],
    submit: "Delete for good",
    danger: true,
    action: async ({ email }) => {
      if (email !== user.email) {
        throw new Problem(400, { detail: "That is another address.", field: "email" });
      }
      purge = await remove(`${USERS}/${user.id}`);
    },
  });
  if (done) {
    go(`#/purges/${purge.id}`);
  }
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
