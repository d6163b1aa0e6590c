// The user's connections, and what else can be connected.

import { get, patch, post } from "./calls.js";
import { ask } from "./dialog.js";
import { button, el, icon, name } from "./dom.js";
import { time } from "./format.js";
import { disconnect, progress, stayed } from "./leaving.js";
import { say } from "./notices.js";
import { folderPath } from "./router.js";
import { attempt, empty, heading, load } from "./view.js";
import { reconnecting } from "./words.js";

const STATES = {
  ACTIVE: ["good", "Active"],
  REQUIRES_REAUTH: ["warning", "Needs reconnecting"],
  DISCONNECTING: ["quiet", "Disconnecting"],
};

/** A connection's status as a word. */
export function status(connection) {
  const [kind, text] = STATES[connection.status] ?? ["quiet", connection.status];
  return el("span", { class: `pill ${kind}` }, text);
}

/** All connections, and the providers to connect. */
export function connectionsView(_, { signal }) {
  const place = el("div", {});
  const fetching = async () => {
    const paths = ["/api/cloud/connections", "/api/cloud/providers", "/api/users/me/default-storage"];
    const [mine, offered, chosen] = await Promise.all(paths.map((path) => get(path, signal)));
    return { connections: mine.items, providers: offered.items, chosen, signal };
  };
  const again = () => load(place, signal, fetching, (data) => shown(data, again));
  again();
  return [heading("Storage"), place];
}

function shown(data, again) {
  const cards = data.connections.map((c) => card(c, data, again));
  const first = "Nothing is connected yet. Choose below what to connect first.";
  const none = empty(icon("anchor"), el("p", {}, first));
  return [
    cards.length ? el("ul", { class: "cards" }, cards) : none,
    el("h2", {}, "Connect storage"),
    el("ul", { class: "tiles" }, data.providers.filter((p) => !isServers(p)).map(tile)),
  ];
}

/** Whether a provider is the server's own storage: there is nothing to ask a user for. */
export function isServers(provider) {
  return provider.authentication === "operator";
}

function tile(provider) {
  const inside = [icon("add"), el("span", {}, provider.name)];
  if (provider.configured !== false) {
    return el("li", {}, el("a", { class: "tile", href: `#/connect/${provider.id}` }, inside));
  }
  const why = el("small", {}, "Not set up on this server");
  return el("li", {}, el("div", { class: "tile off" }, provider.name, why));
}

function card(connection, data, again) {
  const provider = data.providers.find((p) => p.id === connection.provider);
  const account = [provider?.name ?? connection.provider, " · ", name(connection.account_label)];
  const kept = data.chosen.connection_id === connection.id;
  return el("li", { class: "card", data: { connection: connection.id } }, [
    el("div", { class: "head" }, el("h2", {}, name(connection.display_name)), status(connection)),
    el("p", { class: "quiet" }, account),
    connection.status === "REQUIRES_REAUTH" &&
      el("p", {}, reconnecting(connection)),
    connection.status === "DISCONNECTING" && progress(connection, provider, data.signal, again),
    stayed(connection) && el("p", {}, stayed(connection)),
    el("p", { class: "quiet" }, lastUsed(connection), kept && " · New documents are kept here"),
    el("div", { class: "actions" }, actions(connection, provider, again)),
  ]);
}

function lastUsed(connection) {
  return connection.last_used_at ? ["Last used ", time(connection.last_used_at)] : "Not used yet";
}

function actions(connection, provider, again) {
  if (connection.status === "DISCONNECTING") {
    return [button("Look again", again)];
  }
  const first =
    connection.status === "ACTIVE"
      ? el("a", { class: "button primary", href: folderPath(connection.id, "root") }, "Open")
      : el("a", { class: "button primary", href: `#/connections/${connection.id}/reconnect` }, "Reconnect");
  const checking = button("Check", () => attempt(checking, () => check(connection, again)));
  return [
    first,
    checking,
    button("Rename", () => rename(connection, again)),
    button("Disconnect", async () => afterwards(await disconnect(connection, provider), again)),
  ];
}

async function check(connection, again) {
  const { status: now } = await post(`/api/cloud/connections/${connection.id}/check`);
  say(name(connection.display_name), now === "ACTIVE" ? " works." : " needs reconnecting.");
  if (now !== connection.status) {
    await again();
  }
}

async function rename(connection, again) {
  const done = await ask({
    title: "Rename the connection",
    fields: [{ name: "display_name", label: "Name", kind: "TEXT", value: connection.display_name }],
    submit: "Rename",
    action: (values) => patch(`/api/cloud/connections/${connection.id}`, values),
  });
  await afterwards(done, again);
}

async function afterwards(done, again) {
  if (done) {
    await again();
    document.querySelector("h1").focus();
  }
}
