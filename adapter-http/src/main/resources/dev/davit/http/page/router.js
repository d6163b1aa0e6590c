// Where one is: the part of the address after '#', so that the back button and bookmarks work.

const ROUTES = [];

/**
 * Adds a view: a pattern such as "/connections/:id/reconnect", and what shows it; an open one is for
 * those too who are not logged in.
 */
export function route(pattern, view, { open = false } = {}) {
  ROUTES.push({ parts: pattern.split("/"), view, open });
}

/** The view of the present address and its parameters; null if there is none. */
export function here() {
  const parts = location.hash.replace(/^#?\/?/, "/").split("/");
  for (const { parts: wanted, view, open } of ROUTES) {
    const parameters = match(wanted, parts);
    if (parameters) {
      return { view, parameters, open };
    }
  }
  return null;
}

function match(wanted, parts) {
  if (wanted.length !== parts.length) {
    return null;
  }
  const parameters = {};
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i].startsWith(":") && /^[A-Za-z0-9_-]+$/.test(parts[i])) {
      parameters[wanted[i].slice(1)] = parts[i];
    } else if (wanted[i] !== parts[i]) {
      return null;
    }
  }
  return parameters;
}

let previous = "";
addEventListener("hashchange", ({ oldURL }) => (previous = new URL(oldURL).hash));

/** The place from which one came here, as it stands in the address; empty if from nowhere. */
export function before() {
  return previous;
}

/** Goes to a place of this page. */
export function go(path) {
  location.hash = path;
}

/** The address of a folder. */
export function folderPath(connection, entry) {
  return `#/connections/${connection}/folders/${entry}`;
}
