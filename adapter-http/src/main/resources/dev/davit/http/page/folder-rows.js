// A file or folder as a row, and what can be done with it.

import { post, remove } from "./calls.js";
import { ask } from "./dialog.js";
import { downloadLink } from "./downloads.js";
import { el, icon, iconButton, isolated, name } from "./dom.js";
import { size, time } from "./format.js";
import { folderPath } from "./router.js";
import { row } from "./rows.js";
import { remember } from "./trail.js";

/** The row of an entry in a folder. */
export function entryRow(place, entry) {
  const tools = [
    iconButton("rename", `Rename ${isolated(entry.name)}`, () => rename(place, entry)),
    iconButton("remove", `Delete ${isolated(entry.name)}`, () => removeEntry(place, entry)),
  ];
  if (entry.kind === "folder") {
    return row("folder", folderLink(place, entry), facts(entry), tools);
  }
  const title = fileLink(place, entry, {}, name(entry.name));
  return row("file", title, facts(entry), [downloadTool(place, entry), ...tools]);
}

/** The row of an entry that was found: nobody knows in which folder it is. */
export function foundRow(place, entry) {
  if (entry.kind === "folder") {
    const link = el("a", { href: folderPath(place.connection, entry.id) }, name(entry.name));
    return row("folder", link, facts(entry), []);
  }
  const title = fileLink(place, entry, {}, name(entry.name));
  return row("file", title, facts(entry), [downloadTool(place, entry)]);
}

function folderLink(place, entry) {
  const path = folderPath(place.connection, entry.id);
  const click = () => remember(place.connection, place.folder, entry);
  return el("a", { href: path, on: { click } }, name(entry.name));
}

function downloadTool(place, entry) {
  const label = `Download ${isolated(entry.name)}`;
  const properties = { class: "button plain", "aria-label": label, title: label };
  return fileLink(place, entry, properties, icon("download"));
}

function fileLink({ base }, entry, properties, child) {
  const about = `${base}/files/${entry.id}`;
  return downloadLink(`${about}/content`, about, properties, child);
}

function facts(entry) {
  return [
    entry.size === undefined ? null : el("span", {}, size(entry.size)),
    entry.modified_at === undefined ? null : time(entry.modified_at),
  ];
}

async function rename(place, entry) {
  let made = null;
  const done = await ask({
    title: ["Rename ", name(entry.name)],
    fields: [{ name: "name", label: "New name", kind: "TEXT", value: entry.name, exact: true }],
    submit: "Rename",
    action: async (values) => {
      const wanted = { folder_id: place.folder, ...values };
      made = await post(`${place.base}/files/${entry.id}/move`, wanted);
    },
  });
  if (done) {
    place.rows.put(made, entry.id).querySelector("a").focus();
  }
}

const FOLDER_TOO = "Everything in this folder is deleted too.";

async function removeEntry(place, entry) {
  const done = await ask({
    title: ["Delete ", name(entry.name), "?"],
    text: entry.kind === "folder" ? FOLDER_TOO : "It is deleted in the storage itself.",
    submit: "Delete",
    danger: true,
    action: () => remove(`${place.base}/files/${entry.id}`),
  });
  if (done) {
    place.rows.remove(entry.id);
  }
}
