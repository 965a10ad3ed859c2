/** Dialogs: opened and closed by data attributes, and a question with two answers. */

import { find, role } from "#shared/dom.js";

/** Opens a `<dialog>` modally; the browser gives the focus back when it closes. */
export function open(dialog) {
  if (!dialog.open) dialog.showModal();
  return dialog;
}

/** A question; answers true for yes, false for no, Esc or the backdrop. */
export function confirmed(question) {
  const dialog = find("#confirm-dialog");
  if (!dialog) return Promise.resolve(window.confirm(question));
  role(dialog, "question").textContent = question;
  dialog.returnValue = "";
  open(dialog);
  return new Promise((answer) => {
    dialog.addEventListener("close", () => answer(dialog.returnValue === "ok"), { once: true });
  });
}

/** `[data-opens=id]` opens; `[data-act=close]` and a press on the backdrop close. */
export function listenForDialogs() {
  let pressedBackdrop = false;
  document.addEventListener("pointerdown", (event) => {
    pressedBackdrop = isBackdrop(event);
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (dialog) {
      event.preventDefault();
      open(dialog);
    } else if (event.target.closest?.("dialog [data-act=close]")) {
      event.preventDefault();
      event.target.closest("dialog").close();
    } else if (pressedBackdrop && isBackdrop(event)) {
      event.target.close();
    }
  });
}

function isBackdrop({ target, clientX, clientY }) {
  if (!(target instanceof HTMLDialogElement) || !target.open) return false;
  const box = target.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
