// A folder of a connection: where it is, what is in it, and what can be done there.

import { get, query } from "./calls.js";
import { el, fill, icon, name, visible } from "./dom.js";
import { onDrop } from "./drop.js";
import { entryRow } from "./folder-rows.js";
import { toolbar, uploadTarget } from "./folder-tools.js";
import { folderPath } from "./router.js";
import { Rows } from "./rows.js";
import { searchBox } from "./search.js";
import { trailTo } from "./trail.js";
import { upload } from "./uploads.js";
import { empty, heading, load, moreButton } from "./view.js";

/** The folder that the address names. */
export function folderView({ connection, folder }, { signal }) {
  const trail = trailTo(connection, folder);
  const place = { connection, folder, signal, trail, base: `/api/cloud/connections/${connection}` };
  place.crumbs = el("nav", { class: "crumbs", "aria-label": "Folders above" }, link("#/", "Storage"));
  place.title = el("div", {}, heading(visible(trail.steps.at(-1)?.name ?? "Folder")));
  place.content = el("div", {});
  place.again = (refresh) =>
    load(place.content, signal, () => fetchAll(place, refresh), (data) => shown(place, data));
  place.again(false);
  return [place.crumbs, place.title, place.content];
}

async function fetchAll(place, refresh) {
  const { base, folder, signal, trail } = place;
  const connection = await get(base, signal);
  showWay(place, connection, trail.steps);
  const known = folder === "root" || trail.steps.length > 0;
  const [page, chosen, offered, entry] = await Promise.all([
    fetchPage(place, undefined, refresh),
    get("/api/users/me/default-storage", signal),
    get("/api/cloud/providers", signal),
    known ? null : get(`${base}/files/${folder}`, signal),
  ]);
  if (entry) {
    showWay(place, connection, [entry]);
  }
  const provider = offered.items.find((p) => p.id === connection.provider);
  return { connection, provider, page, chosen };
}

function fetchPage({ base, folder, signal }, token, refresh) {
  const parameters = { page_token: token, refresh: refresh || undefined };
  return get(query(`${base}/files/${folder}/children`, parameters), signal);
}

function shown(place, { connection, provider, page, chosen }) {
  const none = empty(icon("folder"), el("p", {}, "This folder is empty. Drop files here to upload them."));
  place.rows = new Rows("Files and folders", (one) => entryRow(place, one), none);
  place.rows.append(page.items);
  takeUploads(place);
  const more = moreButton(place.rows.list, page.next_page_token, async (token) => {
    const next = await fetchPage(place, token);
    place.rows.append(next.items);
    return next.next_page_token;
  });
  const search = searchBox(place.connection, provider);
  return [search, toolbar(place, connection, chosen), place.rows.element, more];
}

/** Shows the way from the top, as links; a step that nobody remembers is left open. */
function showWay(place, connection, steps) {
  const above = [{ id: "root", name: connection.display_name }, ...steps];
  const last = steps.length || place.folder === "root" ? above.pop() : { name: "Folder" };
  const links = above.map((step) => link(folderPath(place.connection, step.id), name(step.name)));
  const gap = place.trail.whole || place.folder === "root" ? null : el("span", {}, "…");
  fill(place.crumbs, link("#/", "Storage"), links.slice(0, 1), gap, links.slice(1));
  const title = place.title.firstElementChild;
  document.title = `${visible(last.name)} – Davit`;
  fill(title, name(last.name));
}

function link(href, text) {
  return el("a", { href }, text);
}

/** Files dropped here are uploaded here; what was uploaded appears. */
function takeUploads(place) {
  if (place.listening) {
    return;
  }
  place.listening = true;
  onDrop(place.signal, (files) => upload(files, uploadTarget(place)));
  const made = ({ detail }) => {
    if (detail.connection === place.connection && detail.folder === place.folder) {
      place.rows.put(detail.entry);
    }
  };
  document.addEventListener("davit:uploaded", made, { signal: place.signal });
}
