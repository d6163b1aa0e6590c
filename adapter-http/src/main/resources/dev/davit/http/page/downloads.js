// Downloads: plain links, which first see whether the file can be had.

import { get } from "./calls.js";
import { el } from "./dom.js";
import { attempt } from "./view.js";

/**
 * A link that downloads.
 *
 * @param path of the bytes
 * @param about of what is known of them: asked first, so that a problem is said on the page
 */
export function downloadLink(path, about, properties, ...children) {
  const link = el("a", { href: path, download: "", ...properties }, children);
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      attempt(link, () => get(about).then(() => follow(path)));
    }
  });
  return link;
}

function follow(path) {
  const link = el("a", { href: path, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}
