// Connecting a provider, on its own page or by the fields that it asks for, and reconnecting.

import { get, post } from "./calls.js";
import { el, isolated, name } from "./dom.js";
import { form } from "./form.js";
import { say } from "./notices.js";
import { consent, whyRefused } from "./oauth.js";
import { pageLogin } from "./page-login.js";
import { folderPath, go } from "./router.js";
import { empty, heading, load } from "./view.js";
import { reconnecting } from "./words.js";

/** A new connection. */
export function connectView({ provider }, { signal }) {
  const place = el("div", {});
  load(place, signal, () => providerOf(provider, signal), (found) => [
    heading(`Connect ${found.name}`),
    whyRefused(),
    ways(found, { submit: "Connect", naming: true, signal }, (connection) => {
      say(name(connection.display_name), " is connected.");
      go(folderPath(connection.id, "root"));
    }),
  ]).then(() => begin(place));
  return [el("div", { class: "narrow" }, back(), place)];
}

/** The cursor goes to where one begins. */
function begin(place) {
  place.querySelector("input, [data-start]")?.focus();
}

/** New credentials for a connection that is there. */
export function reconnectView({ connection: id }, { signal }) {
  const place = el("div", {});
  const fetching = async () => {
    const connection = await get(`/api/cloud/connections/${id}`, signal);
    return [connection, await providerOf(connection.provider, signal)];
  };
  load(place, signal, fetching, ([connection, provider]) => [
    heading(`Reconnect ${isolated(connection.display_name)}`),
    whyRefused(),
    connection.status_reason === "missing_scope" && el("p", {}, reconnecting(connection)),
    el("p", {}, "It was connected as ", name(connection.account_label), ". Give the same account again."),
    ways(provider, { submit: "Reconnect", naming: false, signal, connection }, (made) => reconnected(connection, made)),
  ]).then(() => begin(place));
  return [el("div", { class: "narrow" }, back(), place)];
}

async function providerOf(id, signal) {
  const { items } = await get("/api/cloud/providers", signal);
  return items.find((p) => p.id === id) ?? { id, name: id, fields: [] };
}

/** The server's own page where it has one, and then the form only for whoever unfolds it. */
function ways(provider, how, connected) {
  if (provider.authentication === "oauth") {
    return consent(provider, how.connection, `${how.submit} at ${provider.name}`);
  }
  const typed = fieldsForm(provider, how, connected);
  if (!provider.page_login) {
    return typed;
  }
  const there = pageLogin(provider, { ...how, submit: "Log in at your server" }, connected);
  return [there, el("details", {}, el("summary", {}, "Use an app password"), typed)];
}

function fieldsForm(provider, { submit, naming }, connected) {
  if (provider.fields.length === 0) {
    return empty(el("p", {}, "This can't be connected on this server."));
  }
  const call = { name: "display_name", label: "Name it", kind: "TEXT", optional: true };
  return form({
    fields: [...provider.fields, ...(naming ? [{ ...call, help: "As you want to see it here." }] : [])],
    submit,
    others: [el("a", { class: "button", href: "#/" }, "Cancel")],
    action: async (values) => {
      const wanted = { provider: provider.id, ...values };
      connected(await post("/api/cloud/connections/webdav", wanted));
    },
  });
}

function reconnected(connection, made) {
  if (made.id === connection.id) {
    say(name(made.display_name), " is connected again.");
    go(folderPath(made.id, "root"));
  } else {
    say("That is another account, so it is a connection of its own now.");
    go("#/");
  }
}

function back() {
  return el("p", { class: "back" }, el("a", { href: "#/" }, "← Storage"));
}
