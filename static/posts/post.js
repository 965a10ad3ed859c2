/** data-behaviour="post": what can be done with a post, wherever it is shown. */

import { findAll, role } from "#shared/dom.js";
import { toast, warn } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { toggleComments } from "#engagement/inline_comments.js";
import { watchPost } from "#live/counts.js";
import { openEdit } from "#posts/editing.js";
import { keep, openPermissions, remove } from "#posts/keeping.js";
import { bindLongPress, openRepost, quickRepost } from "#posts/repost_dialog.js";

const ACTS = { unfold, comment, share: (button) => copyLink(button), repost, permissions, edit: (link) => void openEdit(link) };

export default function connect(article, signal) {
  watchPost(article, signal);
  bindLongPress(article, signal);
  article.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("[data-act]");
      const act = button && ACTS[button.dataset.act];
      if (!act || isElsewhere(button, article) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (act(button, article) !== false) event.preventDefault();
    },
    { signal },
  );
  article.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (isElsewhere(form, article)) return;
      if (form.dataset.act === "quick-repost") quickRepost(form);
      else if (form.dataset.act === "delete") remove(form);
      else if (form.dataset.act === "keep") keep(form, article);
      else return;
      event.preventDefault();
    },
    { signal },
  );
}

/** Comments under a post have a controller of their own. */
const isElsewhere = (element, article) => Boolean(element.closest(".comments")) || element.closest("article.post") !== article;

/** Folds the text out; the link to the whole post has done its work then. */
function unfold(link, article) {
  const scope = link.closest("[data-post-id]") ?? article;
  const rest = role(scope, "rest");
  if (!rest) return false;
  rest.hidden = false;
  (link.closest(".post__more") ?? link).remove();
  rest.tabIndex = -1;
  rest.focus({ preventScroll: true });
  return true;
}

/** Opens the comments under the post; on its own page they are there already. */
function comment(link, article) {
  const slot = role(article, "comments");
  if (slot && !article.closest("[data-thread-id]")) return toggleComments(slot, link);
  const text = findAll('.comments [data-role="text"]').find((area) => !article.contains(area));
  text?.focus();
  return Boolean(text);
}

/** Where the author lets nobody, or not everybody, the link says why. */
function repost(link) {
  if (link.dataset.no) warn(link.dataset.no);
  else openRepost(link.href, link);
}

function permissions(link, article) {
  openPermissions(link, article);
}

async function copyLink(button) {
  const url = new URL(button.dataset.url, location.href).href;
  try {
    await navigator.clipboard.writeText(url);
    toast(word("link_copied"));
  } catch {
    warn(word("link_copy_by_hand", { url }));
  }
}
