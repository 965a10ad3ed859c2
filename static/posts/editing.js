/** Editing a post: in a dialog where it stands; afterwards it is shown everywhere as it is now. */

import { confirmed, open } from "#shared/dialogs.js";
import { find, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { forget } from "#posts/drafts.js";
import { refreshEverywhere } from "#posts/refreshing.js";

let isOpening = false;

/** Fetches the dialog for a post and opens it with the caret behind the last word. */
export async function openEdit(link) {
  if (isOpening) return;
  isOpening = true;
  try {
    const dialog = find("dialog", await fragment(link.href));
    const before = contentOf(dialog);
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("cancel", (event) => mayLeave(event, dialog, before));
    dialog.addEventListener("click", (event) => isWayOut(event, dialog) && mayLeave(event, dialog, before), true);
    open(dialog);
    const text = role(dialog, "text");
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  } catch (refusal) {
    complain(refusal, () => openEdit(link));
  } finally {
    isOpening = false;
  }
}

/** Listens on the whole page for what was saved, in a dialog or on the page of its own. */
export function listenForEdits() {
  document.addEventListener("composer:done", ({ target, detail }) => {
    if (detail.kind !== "edit") return;
    const { edits: id, rootId } = target.dataset;
    if (!target.closest("dialog")) return location.assign(`/posts/${id}`);
    toast(word("saved"));
    refreshEverywhere({ id, root_id: rootId });
  });
}

const isWayOut = ({ target }, dialog) => target === dialog || Boolean(target.closest("[data-act=close]"));

/** What has been changed is not thrown away by a slip: closing asks first. */
async function mayLeave(event, dialog, before) {
  if (event.target !== dialog && event.type === "cancel") return;
  if (contentOf(dialog) === before) return;
  event.preventDefault();
  event.stopPropagation();
  if (!(await confirmed(word("edit_discard_question")))) return;
  const form = find("form", dialog);
  dialog.close();
  dialog.remove(); // at once: a composer that is still on the page might save once more after it was forgotten
  forget(form);
}

const contentOf = (dialog) => JSON.stringify([...new FormData(find("form", dialog))].filter(([name]) => name !== "csrf_token"));
