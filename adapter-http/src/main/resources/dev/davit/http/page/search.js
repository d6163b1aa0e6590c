// The box in which one types what to look for in a connection.

import { el } from "./dom.js";
import { go } from "./router.js";

/** The address of what is found for these words: base64url of UTF-8, so that any can stand there. */
export function searchPath(connection, words) {
  const binary = String.fromCharCode(...new TextEncoder().encode(words));
  return `#/connections/${connection}/search/${btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/** The words of such an address; empty if they are none. */
export function searchWords(parameter) {
  try {
    const binary = atob(parameter.replace(/-/g, "+").replace(/_/g, "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** The box, where the provider can search; null where it can't. */
export function searchBox(connection, provider, words = "") {
  if (!provider?.capabilities.includes("SEARCH")) {
    return null;
  }
  const typed = { type: "search", name: "q", required: true, maxlength: 200, value: words };
  const input = el("input", { ...typed, "aria-label": "Search this storage", placeholder: "Search", autocomplete: "off" });
  const box = el("form", { class: "search", role: "search" }, input, el("button", { type: "submit" }, "Search"));
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim() !== "") {
      go(searchPath(connection, input.value.trim()));
    }
  });
  return box;
}
