// Logging in on a server's own page: begun here, granted there, noticed here by asking.

import { WAITING, decided } from "./asking.js";
import { post } from "./calls.js";
import { button, el, fill, outside } from "./dom.js";
import { form } from "./form.js";
import { told } from "./notices.js";

const ADDRESS = { name: "server_url", label: "Server address", kind: "URL", help: "" };
const NAME = { name: "display_name", label: "Name it", kind: "TEXT", optional: true };

/**
 * Asks for a server's address, leads to its page, and waits there until it is decided.
 *
 * @param submit the word for beginning
 * @param naming whether to ask for a name, too
 * @param signal ends it all, when one goes elsewhere
 * @param connected gets the connection
 */
export function pageLogin(provider, { submit, naming, signal }, connected) {
  const place = el("div", { class: "page-login" });
  const path = `/api/cloud/connections/${provider.id}/login`;
  const address = provider.fields.find((field) => field.name === ADDRESS.name) ?? ADDRESS;
  const name = { ...NAME, help: "As you want to see it here." };
  const begin = () => {
    const asking = form({
      fields: [address, ...(naming ? [name] : [])],
      submit,
      others: [el("a", { class: "button", href: "#/" }, "Cancel")],
      action: async (values) => {
        const login = await post(path, values);
        if (!signal.aborted) {
          wait(place, { path: `${path}/${login.flow}`, login, signal, begin }, connected);
        }
      },
    });
    fill(place, asking);
    return asking;
  };
  begin();
  return place;
}

async function wait(place, { path, login, signal, begin }, connected) {
  const stop = new AbortController();
  signal.addEventListener("abort", () => stop.abort(), { signal: stop.signal });
  const again = () => {
    stop.abort();
    begin().querySelector("input").focus();
  };
  const state = el("p", { role: "status" }, WAITING);
  const left = el("p", { class: "quiet" });
  const link = outside(login.login_url, "Open the log-in page", { class: "button primary" });
  fill(place, waiting(login, link, state, left, again));
  link.focus();
  try {
    const connection = await decided(path, login, { state, left, signal: stop.signal });
    stop.abort();
    connected(connection);
  } catch (problem) {
    if (!stop.signal.aborted) {
      stop.abort();
      over(place, problem, again);
    }
  }
}

function waiting(login, link, state, left, again) {
  const steps = "Log in at your server and allow the access there, then come back to this page.";
  const otherwise = "If no page opens, copy this address into a new tab: ";
  return el("div", { class: "panel stack" }, [
    el("p", {}, steps),
    el("p", { class: "actions" }, link, button("Cancel", again)),
    el("p", { class: "help" }, otherwise, el("bdi", { class: "address" }, login.login_url)),
    state,
    left,
  ]);
}

function over(place, problem, again) {
  const start = button("Start again", again, { class: "primary" });
  const why = el("p", {}, told(problem));
  fill(place, el("div", { class: "panel failure", role: "alert" }, why, el("p", {}, start)));
  start.focus();
}
