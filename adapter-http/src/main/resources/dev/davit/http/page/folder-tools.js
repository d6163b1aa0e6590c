// What can be done with a folder as a whole.

import { patch, post, query } from "./calls.js";
import { ask } from "./dialog.js";
import { button, el } from "./dom.js";
import { filesButton } from "./drop.js";
import { say } from "./notices.js";
import { upload } from "./uploads.js";
import { attempt, refreshButton } from "./view.js";

/** Upload, new folder, refresh, and keeping documents here. */
export function toolbar(place, connection, chosen) {
  return el("div", { class: "actions toolbar" }, [
    filesButton("Upload", (files) => upload(files, uploadTarget(place))),
    button("New folder", () => newFolder(place)),
    refreshButton(() => place.again(true)),
    keeping(place, connection, chosen),
  ]);
}

/** Where files go that are chosen or dropped here. */
export function uploadTarget({ base, connection, folder }) {
  const into = `${base}/files/${folder}/upload`;
  return {
    conflicts: true,
    path: (file, conflict) => query(into, { name: file.name, conflict }),
    done: (entry) => {
      const detail = { connection, folder, entry };
      document.dispatchEvent(new CustomEvent("davit:uploaded", { detail }));
    },
  };
}

async function newFolder(place) {
  let made = null;
  const done = await ask({
    title: "New folder",
    fields: [{ name: "name", label: "Name", kind: "TEXT" }],
    submit: "Create",
    action: async (values) => {
      made = await post(`${place.base}/files/${place.folder}/folder`, values);
    },
  });
  if (done) {
    place.rows.put(made).querySelector("a").focus();
  }
}

function keeping(place, connection, chosen) {
  const kept = el("span", { class: "pill good" }, "Documents are kept here");
  if (chosen.connection_id === place.connection && chosen.folder_id === place.folder) {
    return kept;
  }
  const wanted = { provider: connection.provider, connection_id: place.connection, folder_id: place.folder };
  const control = button("Keep documents here", () =>
    attempt(control, async () => {
      await patch("/api/users/me/default-storage", wanted);
      control.replaceWith(kept);
      say("New documents are kept here from now on.");
    }),
  );
  return control;
}
