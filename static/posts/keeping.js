/** What authors do with posts that are out: take them down and back, pin, restrict, look after the preview. */

import { confirmed, open } from "#shared/dialogs.js";
import { find, quoted, role } from "#shared/dom.js";
import { fragment, json, send } from "#shared/http.js";
import { hear, say } from "#shared/socket.js";
import { requestOf } from "#shared/swap.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { showDeleted } from "#live/deletions.js";
import { refresh, refreshEverywhere } from "#posts/refreshing.js";

const UNDO_MS = 5000;
const UNDO_AT_MOST_MS = 9000;
const READING_MS = 20_000;

/** Deletes after a question; for a few seconds the post can be brought back. */
export async function remove(form) {
  const id = form.dataset.postId;
  if (!(await confirmed(word("delete_post_question")))) return;
  try {
    const { undo_url: undoUrl, root_id: rootId } = await json(`/posts/${id}`, { method: "DELETE" });
    await showDeleted({ id, root_id: rootId });
    const offer = toast(word("deleted"), { act: () => bringBack(undoUrl), label: word("undo"), stays: UNDO_MS });
    setTimeout(() => offer.remove(), UNDO_AT_MOST_MS);
  } catch (refusal) {
    complain(refusal, () => remove(form));
  }
}

async function bringBack(url) {
  try {
    const post = await json(url, { method: "DELETE" });
    await refreshEverywhere(post);
    find(`#post-${quoted(post.id)}`)?.focus({ preventScroll: true });
    toast(word("restored"));
  } catch (refusal) {
    complain(refusal, () => bringBack(url));
  }
}

/** Pins, unpins, renews or removes the preview: says what has happened and shows the post as it is now. */
export async function keep(form, article) {
  const { url, method, body } = requestOf(form);
  const pinned = find(".post__pin:not(:empty)")?.closest("article.post");
  try {
    const { message, link_id: linkId } = await json(url, { method, body });
    toast(message);
    if (linkId) return refreshWhenRead(linkId, article);
    await Promise.all([...new Set([article, ...(pinned ? [pinned] : [])])].map(refresh));
  } catch (refusal) {
    complain(refusal, () => keep(form, article));
  }
}

/** The page behind a link is read by the server, in its own time. */
function refreshWhenRead(linkId, article) {
  const life = new AbortController();
  setTimeout(() => life.abort(), READING_MS);
  hear("link:ready", ({ id }) => {
    if (String(id) !== linkId) return;
    life.abort();
    refresh(article);
  }, life.signal);
  say("link:watch", { id: linkId });
}

/** Fetches the dialog in which an author says who may see and answer. */
export async function openPermissions(link, article) {
  try {
    const dialog = find("dialog", await fragment(link.href));
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    open(dialog);
    find("form", dialog).addEventListener("submit", (event) => {
      event.preventDefault();
      permit(event.target, dialog, article);
    });
  } catch (refusal) {
    complain(refusal, () => openPermissions(link, article));
  }
}

async function permit(form, dialog, article) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const place = role(form, "field-error");
  try {
    await send(form.action, { method: "POST", body: new FormData(form), accept: "application/json" });
    dialog.close();
    toast(word("saved"));
    await refresh(article);
  } catch (refusal) {
    if (refusal.isPassing || !place) return complain(refusal, () => permit(form, dialog, article));
    role(place, "message").textContent = refusal.message;
    place.hidden = false;
  } finally {
    form.ariaBusy = null;
  }
}
