// Questions in front of the page: confirmations and small forms.

import { button, el } from "./dom.js";
import { form } from "./form.js";

/**
 * Asks something, and stays open until it is done or called off.
 *
 * @param title the question
 * @param text what it means, if that needs saying
 * @param fields what to ask for, as form.js has them
 * @param submit the word for yes
 * @param action does it; while it fails the dialog stays and shows why
 * @return whether it was done
 */
export function ask({ title, text, fields = [], submit, danger, action }) {
  return new Promise((resolve) => {
    let done = false;
    const close = () => dialog.close();
    const body = form({
      fields,
      submit,
      danger,
      others: [button("Cancel", close)],
      action: async (values) => {
        await action(values);
        done = true;
        close();
      },
    });
    const heading = el("h2", { id: "dialog-title" }, title);
    const meaning = text && el("p", {}, text);
    const dialog = el("dialog", { "aria-labelledby": "dialog-title" }, heading, meaning, body);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(done);
    });
    document.body.append(dialog);
    dialog.showModal();
    begin(body, danger);
  });
}

/** Puts the cursor where one goes on: into the first field, or on the button that harms nothing. */
function begin(body, danger) {
  const input = body.querySelector("input");
  if (input) {
    input.focus();
    const dot = input.value.lastIndexOf(".");
    input.setSelectionRange(0, dot > 0 ? dot : input.value.length);
  } else {
    body.querySelector(danger ? "button[type=button]" : "button").focus();
  }
}

/** Closes whatever is being asked, as if called off. */
export function closeDialogs() {
  document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
}
