// Disconnecting: what becomes of the documents, and how far it is.

import { sleep } from "./asking.js";
import { get, remove } from "./calls.js";
import { ask } from "./dialog.js";
import { el, fill, name, outside } from "./dom.js";
import { note } from "./notices.js";

const SECONDS = 2;
const CHOICES = [
  ["keep", "Keep them there, and forget them here"],
  ["move", "Move them to where new documents go"],
  ["delete", "Delete them there, into the bin if there is one"],
];
const UNDER_WAY = {
  disconnect_keeping_documents: "Its documents stay there, and are forgotten here.",
  disconnect_moving_documents: "Its documents are being moved to where new documents go.",
  disconnect_deleting_documents: "Its documents are being deleted.",
};

/** Asks whether to disconnect, and what becomes of documents if there are any; whether it is begun. */
export async function disconnect(connection, provider) {
  const path = `/api/cloud/connections/${connection.id}`;
  let documents = 0;
  let begun = await ask({
    title: ["Disconnect ", name(connection.display_name), "?"],
    text: "Its credentials are forgotten here. What else is in the storage stays there.",
    submit: "Disconnect",
    danger: true,
    action: async () => {
      documents = await remove(path).then(() => 0, inTheWay);
    },
  });
  if (begun && documents > 0) {
    begun = await askOfDocuments(connection, documents, path);
  }
  if (begun && (await isGone(path))) {
    told(connection, provider);
  }
  return begun;
}

function inTheWay(problem) {
  if (problem.documents > 0) {
    return problem.documents;
  }
  throw problem;
}

function askOfDocuments(connection, documents, path) {
  const them = documents === 1 ? "1 document of this application is" : `${documents} documents of this application are`;
  return ask({
    title: ["Disconnect ", name(connection.display_name), "?"],
    text: `${them} in it. What is to become of them?`,
    fields: [{ name: "documents", label: "The documents", choices: CHOICES }],
    submit: "Disconnect",
    danger: true,
    action: (values) => remove(`${path}?documents=${values.documents}`),
  });
}

async function isGone(path) {
  try {
    await get(path);
    return false;
  } catch (problem) {
    return problem.status === 404;
  }
}

/** How far it is with one that is being disconnected, followed until it is over. */
export function progress(connection, provider, signal, again) {
  const place = el("p", { role: "status" }, words(connection));
  follow(place, connection, provider, signal, again);
  return place;
}

async function follow(place, connection, provider, signal, again) {
  let now = connection;
  try {
    while (now.status === "DISCONNECTING") {
      await sleep(SECONDS, signal);
      now = await get(`/api/cloud/connections/${connection.id}`, signal);
      fill(place, words(now));
    }
  } catch (problem) {
    if (signal.aborted || problem.status !== 404) {
      return;
    }
    told(connection, provider);
  }
  again();
}

function words(connection) {
  const what = UNDER_WAY[connection.status_reason] ?? "";
  const left = connection.documents > 0 ? ` Documents still there: ${connection.documents}.` : "";
  return what + left;
}

/** Why one works still that was to be disconnected; empty if it was not. */
export function stayed(connection) {
  return connection.status_reason === "disconnect_failed"
    ? "It could not be disconnected: some documents could be neither moved nor deleted. Disconnect again and keep them there, or make room and try again."
    : "";
}

/** Where one takes back what one has allowed, at a provider that nobody else can tell to. */
function told(connection, provider) {
  const links = (provider?.grants_pages ?? []).flatMap(({ whose, address }) => [" · ", outside(address, whose)]).slice(1);
  if (links.length) {
    const until = ` is disconnected. ${provider.name} lists this application until you remove it there: `;
    note(name(connection.display_name), until, ...links);
  }
}
