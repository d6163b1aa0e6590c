// What is found in a connection for some words.

import { get, query } from "./calls.js";
import { el, fill, icon, isolated, name } from "./dom.js";
import { foundRow } from "./folder-rows.js";
import { folderPath } from "./router.js";
import { Rows } from "./rows.js";
import { searchBox, searchWords } from "./search.js";
import { empty, heading, load, moreButton } from "./view.js";

/** Everything that matches the words in the address. */
export function searchView({ connection, words: parameter }, { signal }) {
  const words = searchWords(parameter);
  const place = { connection, signal, words, base: `/api/cloud/connections/${connection}` };
  place.crumbs = el("nav", { class: "crumbs", "aria-label": "Folders above" });
  const content = el("div", {});
  load(content, signal, () => fetchAll(place), (data) => shown(place, data));
  return [place.crumbs, heading(`Found for ${isolated(words)}`), content];
}

async function fetchAll(place) {
  const paths = [place.base, "/api/cloud/providers"];
  const [connection, providers] = await Promise.all(paths.map((path) => get(path, place.signal)));
  const top = el("a", { href: folderPath(place.connection, "root") }, name(connection.display_name));
  fill(place.crumbs, el("a", { href: "#/" }, "Storage"), top);
  const provider = providers.items.find((p) => p.id === connection.provider);
  return { provider, page: await fetchPage(place) };
}

function fetchPage({ base, words, signal }, token) {
  return get(query(`${base}/search`, { q: words, page_token: token }), signal);
}

function shown(place, { provider, page }) {
  const none = empty(icon("file"), el("p", {}, "Nothing was found. Try fewer or other words."));
  const rows = new Rows("What was found", (entry) => foundRow(place, entry), none);
  rows.append(page.items);
  const more = moreButton(rows.list, page.next_page_token, async (token) => {
    const next = await fetchPage(place, token);
    rows.append(next.items);
    return next.next_page_token;
  });
  return [searchBox(place.connection, provider, place.words), rows.element, more];
}
