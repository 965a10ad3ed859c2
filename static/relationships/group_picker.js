/** data-behaviour="group-picker": 「设置分组」 opens as a dialog; without JS it is a page. */

import { open } from "#shared/dialogs.js";
import { find, tell } from "#shared/dom.js";
import { fragment, send } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";

export default function connect(link, signal) {
  link.addEventListener(
    "click",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link);
    },
    { signal },
  );
}

async function show(link) {
  if (find("#group-picker")) return;
  const opener = link.closest("details")?.querySelector("summary");
  try {
    const dialog = find("dialog", await fragment(link.href));
    document.body.append(dialog);
    dialog.addEventListener("close", () => (dialog.remove(), opener?.focus()));
    find("form", dialog).addEventListener("submit", (event) => (event.preventDefault(), save(event.target, dialog)));
    open(dialog);
  } catch (refusal) {
    complain(refusal, () => show(link));
  }
}

async function save(form, dialog) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await send(form.getAttribute("action"), { method: "POST", body: new FormData(form) });
    dialog.close();
    toast(form.dataset.done);
    tell("relations:changed");
  } catch (refusal) {
    complain(refusal, () => save(form, dialog));
  } finally {
    form.ariaBusy = null;
  }
}
