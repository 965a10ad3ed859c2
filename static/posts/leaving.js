/** Closing the composer or logging out: what is being written is in the drafts before that. */

import { find } from "#shared/dom.js";
import { toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { flushAll, flushIn } from "#posts/autosave.js";
import { forgetAll } from "#posts/drafts.js";

/** A composer in a dialog was closed; unless it is empty a sentence says where the words are. */
export async function leaveDialog(dialog) {
  const isKept = await flushIn(dialog);
  if (isKept) toast(word("draft_kept"), { act: () => location.assign("/drafts"), label: word("look") });
  dialog.remove();
}

/** Logging out waits for what is not saved yet; then nothing of it stays in this browser. */
export function listenForLogout() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== "/logout" || form.dataset.leaves) return;
    event.preventDefault();
    form.dataset.leaves = "";
    find("button", form)?.setAttribute("aria-busy", "true");
    if (await flushAll()) forgetAll();
    form.submit();
  });
}
