/** Reporting: the form comes as a dialog where the thing stands; without this module it is a page of its own. */

import { open } from "#shared/dialogs.js";
import { find, role } from "#shared/dom.js";
import { fragment, json } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";

let isOpening = false;

/** `a[data-act=report]` opens the dialog wherever it stands; `form[data-act=report-send]` inside of it is sent. */
export function listenForReports() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[data-act="report"]');
    if (!link || event.metaKey || event.ctrlKey || event.button) return;
    event.preventDefault();
    link.closest("details")?.removeAttribute("open");
    void openDialog(link.href);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches('dialog form[data-act="report-send"]')) return;
    event.preventDefault();
    void sendReport(event.target);
  });
}

async function openDialog(address) {
  if (isOpening) return;
  isOpening = true;
  try {
    const dialog = find("dialog", await fragment(address));
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    open(dialog);
  } catch (refusal) {
    complain(refusal, () => openDialog(address));
  } finally {
    isOpening = false;
  }
}

async function sendReport(form) {
  const button = find("button:not([type=button])", form);
  button.disabled = true;
  try {
    const { message } = await json(form.action, { method: "POST", body: new FormData(form) });
    form.closest("dialog").close();
    toast(message);
  } catch (refusal) {
    if (refusal.status === 422) say(form, refusal.message);
    else complain(refusal);
  } finally {
    button.disabled = false;
  }
}

/** Shows below the form what is missing, and brings it into sight. */
function say(form, sentence) {
  const place = role(form, "field-error");
  role(place, "message").textContent = sentence;
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}
