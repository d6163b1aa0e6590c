// What was done, by whom: one's own entries of the audit log, or for admins all of them.

import { get, query } from "./calls.js";
import { el, name } from "./dom.js";
import { form } from "./form.js";
import { time } from "./format.js";
import { empty, heading, load, moreButton } from "./view.js";

const WORDS = {
  "account.added": "Account made by the operator",
  "account.registered": "Account made",
  "account.password_changed": "Password changed",
  "connection.connected": "Storage connected",
  "connection.reconnected": "Storage connected again",
  "connection.requires_reauth": "Storage needs reconnecting",
  "connection.refresh_failed": "Access could not be renewed",
  "connection.disconnected": "Storage disconnected",
  "connection.disconnect_failed": "Storage could not be disconnected",
  "connection.credential_replaced": "Credentials replaced",
  "connection.login_abandoned": "Log-in at a provider abandoned",
  "oauth.refused": "Access was not allowed at the provider",
  "oauth.binding_mismatch": "Log-in refused: begun in another browser",
  "oauth.issuer_mismatch": "Log-in refused: answered by another provider",
  "vault.integrity_failure": "Stored data was altered",
  "vault.key_turned": "Another key seals",
  "admin.audit_read": "Audit log read",
  "admin.audit_exported": "Audit log exported",
  "admin.connections_listed": "Connections looked at by an administrator",
  "owner.purge_requested": "Deletion asked for",
  "cloud.credentials_purged": "Deletion ended",
};
const KINDS = [
  ["", "Everything"],
  ["connection.", "Connections"],
  ["account.", "Account"],
  ["oauth.", "Log-ins at providers"],
  ["owner.", "Deletions"],
  ["cloud.", "Ended deletions"],
  ["vault.", "Keys and alterations"],
  ["admin.", "Administrators"],
];

/** The entries, newest first, with what to narrow them down by. */
export function auditView(_, { signal, session }) {
  const admin = session.user.role === "ADMIN";
  const place = el("div", {});
  const path = admin ? "/api/admin/audit" : "/api/audit";
  const show = (asked) => list(place, path, asked, signal);
  show({});
  const filter = form({
    fields: admin ? [kind(), ...more()] : [kind()],
    submit: "Show",
    action: (values) => show({ ...values, from: day(values.from, 0), to: day(values.to, 1) }),
  });
  const download = el("a", { class: "button", href: "/api/admin/audit/checkpoint", download: "" }, "Download a checkpoint");
  return [heading(admin ? "Audit log" : "Activity"), admin && download, filter, place];
}

function kind() {
  return { name: "action", label: "What", choices: KINDS, optional: true };
}

function more() {
  return [
    { name: "owner", label: "Whose, by id", kind: "TEXT", optional: true },
    { name: "outcome", label: "Outcome", kind: "TEXT", optional: true },
    { name: "from", label: "From", kind: "DATE", optional: true },
    { name: "to", label: "To", kind: "DATE", optional: true },
  ];
}

/** The beginning of a day here, or of one after it. */
function day(date, later) {
  if (!date) {
    return undefined;
  }
  const [year, month, number] = date.split("-").map(Number);
  return new Date(year, month - 1, number + later).toISOString();
}

function list(place, path, asked, signal) {
  const fetching = (token) => get(query(path, { ...asked, page_token: token }), signal);
  return load(place, signal, () => fetching(), (page) => {
    const entries = el("ul", { class: "lines" }, page.items.map(line));
    const further = moreButton(entries, page.next_page_token, async (token) => {
      const next = await fetching(token);
      entries.append(...next.items.map(line));
      return next.next_page_token;
    });
    return page.items.length ? [entries, further] : empty(el("p", {}, "There is nothing of that kind."));
  });
}

function line(entry) {
  const what = Object.hasOwn(WORDS, entry.action) ? WORDS[entry.action] : entry.action;
  const outcome = entry.outcome === "ok" ? null : [" · ", name(entry.outcome)];
  const detail = entry.detail ? [" · ", name(entry.detail)] : null;
  const by = entry.actor && entry.actor !== entry.owner ? [" · by ", name(entry.actor)] : null;
  return el("li", {}, time(entry.at), " · ", what, outcome, detail, by, entry.erased && " · erased");
}
