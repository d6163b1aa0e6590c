// The documents that the application keeps for the user, wherever they lie.

import { get, patch, query, remove } from "./calls.js";
import { ask } from "./dialog.js";
import { downloadLink } from "./downloads.js";
import { button, el, icon, iconButton, isolated, name } from "./dom.js";
import { filesButton, onDrop } from "./drop.js";
import { size, time } from "./format.js";
import { say } from "./notices.js";
import { folderPath } from "./router.js";
import { row, Rows } from "./rows.js";
import { upload } from "./uploads.js";
import { isServers } from "./view-connections.js";
import { attempt, empty, heading, load, moreButton, refreshButton } from "./view.js";

const DOCUMENTS = "/api/documents";
const DEFAULT = "/api/users/me/default-storage";

/** All documents, and where new ones go. */
export function documentsView(_, { signal }) {
  const place = { content: el("div", {}), signal };
  place.again = () => load(place.content, signal, () => fetchAll(signal), (data) => shown(place, data));
  place.again();
  onDrop(signal, (files) => upload(files, target()));
  const made = ({ detail }) => place.rows?.put(detail);
  document.addEventListener("davit:stored", made, { signal });
  return [heading("Documents"), place.content];
}

async function fetchAll(signal) {
  const paths = [DOCUMENTS, DEFAULT, "/api/cloud/connections", "/api/cloud/providers"];
  const [page, chosen, mine, offered] = await Promise.all(paths.map((path) => get(path, signal)));
  return { page, chosen, connections: mine.items, providers: offered.items };
}

function shown(place, data) {
  const none = empty(icon("file"), el("p", {}, "No documents yet. Drop a file here, or upload one."));
  place.rows = new Rows("Documents", (document) => documentRow(place, data, document), none);
  place.rows.append(data.page.items);
  const more = moreButton(place.rows.list, data.page.next_page_token, async (token) => {
    const next = await get(query(DOCUMENTS, { page_token: token }), place.signal);
    place.rows.append(next.items);
    return next.next_page_token;
  });
  const tools = [filesButton("Upload", (files) => upload(files, target())), refreshButton(place.again)];
  return [whereTo(place, data), el("div", { class: "actions toolbar" }, tools), place.rows.element, more];
}

function target() {
  return {
    conflicts: false,
    path: (file) => query(DOCUMENTS, { name: file.name }),
    done: (detail) => document.dispatchEvent(new CustomEvent("davit:stored", { detail })),
  };
}

/** Says where new documents go, and how to change that. */
function whereTo(place, data) {
  const { chosen } = data;
  if (chosen.connection_id === undefined) {
    const how = "To keep them in storage of yours, open a folder there and choose “Keep documents here”.";
    return el("p", { class: "panel" }, "New documents are kept in this server’s own storage. ", how);
  }
  const href = folderPath(chosen.connection_id, chosen.folder_id);
  const folder = el("a", { href }, storageName(data, chosen));
  const own = data.providers.find(isServers);
  const action = () => attempt(back, () => keepHere(place, own));
  const back = own && button("Keep them on this server instead", action, { class: "link" });
  return el("p", { class: "panel" }, "New documents are kept in a folder of ", folder, ". ", back);
}

async function keepHere(place, own) {
  await patch(DEFAULT, { provider: own.id });
  say("New documents are kept on this server from now on.");
  await place.again();
  document.querySelector("h1").focus();
}

function storageName({ connections, providers }, { connection_id: id, provider }) {
  const connection = connections.find((c) => c.id === id);
  const plain = () => providers.find((p) => p.id === provider)?.name ?? provider;
  return connection ? name(connection.display_name) : plain();
}

const STATES = {
  UPLOADING: ["quiet", "On its way"],
  DELETING: ["quiet", "Being deleted"],
  LOST: ["warning", "No longer in its storage"],
};

function documentRow(place, data, one) {
  const about = `${DOCUMENTS}/${one.id}`;
  const ready = one.state === "READY";
  const title = ready ? downloadLink(`${about}/content`, about, {}, name(one.name)) : name(one.name);
  const [kind, word] = STATES[one.state] ?? [];
  const facts = [
    word && el("span", { class: `pill ${kind}` }, word),
    one.size === undefined ? null : el("span", {}, size(one.size)),
    time(one.created_at),
    el("span", {}, storageName(data, one)),
    one.altered && el("span", {}, "Changed by its storage"),
  ];
  const deleting = iconButton("remove", `Delete ${isolated(one.name)}`, () => removeDocument(place, one));
  return row("file", title, facts, one.state === "DELETING" ? [] : [deleting]);
}

async function removeDocument(place, one) {
  const done = await ask({
    title: ["Delete ", name(one.name), "?"],
    text: "It is deleted in the storage that it is kept in, too.",
    submit: "Delete",
    danger: true,
    action: () => remove(`${DOCUMENTS}/${one.id}`),
  });
  if (done) {
    place.rows.remove(one.id);
  }
}
