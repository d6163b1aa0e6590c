// The bar at the top: where one can go, and the way out.

import { button, el, fill, isolated } from "./dom.js";

const USER = [
  ["#/", "Storage", /^#?\/?$|^#\/conn/],
  ["#/documents", "Documents", /^#\/documents/],
  ["#/activity", "Activity", /^#\/activity/],
  ["#/account", "Account", /^#\/account/],
];
const ADMIN = [
  ["#/", "Users", /^#?\/?$/],
  ["#/deletions", "Deletions", /^#\/(deletions|purges)/],
  ["#/activity", "Audit log", /^#\/activity/],
  ["#/account", "Account", /^#\/account/],
];

/** Shows the bar for whoever is logged in; without anyone, only the name. */
export function showBar(session) {
  const picture = el("img", { src: "/icon.svg", alt: "", width: 32, height: 32 });
  const brand = el("a", { class: "brand", href: "#/" }, picture, "Davit");
  fill(document.getElementById("bar"), brand, session.user && whereTo(session));
}

function whereTo(session) {
  const places = session.user.role === "ADMIN" ? ADMIN : USER;
  const links = places.map(([href, text, here]) =>
    el("a", { href, "aria-current": here.test(location.hash) ? "page" : null }, text),
  );
  const out = button("Log out", session.logOut, { class: "plain", title: isolated(session.user.email) });
  return [el("nav", { "aria-label": "Main" }, links), out];
}
