// By which folders one came, for the breadcrumbs: ids tell nothing of what is above them.

const KEY = "davit.trail";

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** Remembers a folder's name and what it lies in; kept for this tab until one logs out. */
export function remember(connection, parent, folder) {
  const trail = read();
  trail[`${connection}/${folder.id}`] = { name: folder.name, parent };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    forgetAll();
  }
}

/** Forgets every name. */
export function forgetAll() {
  sessionStorage.removeItem(KEY);
}

/**
 * The folders from the top down to one, each {id, name}, without the top itself; `whole` is whether
 * they reach up to it.
 */
export function trailTo(connection, folder) {
  const trail = read();
  const steps = [];
  let id = folder;
  while (id !== "root" && trail[`${connection}/${id}`] && steps.length < 100) {
    const { name, parent } = trail[`${connection}/${id}`];
    steps.unshift({ id, name });
    id = parent;
  }
  return { steps, whole: id === "root" };
}
