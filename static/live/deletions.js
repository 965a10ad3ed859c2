/** A deleted post becomes its tombstone everywhere on the page: itself, where it is quoted, and in chains. */

import { copyOf, find, findAll, parse, quoted, role } from "#shared/dom.js";
import { Refusal, send } from "#shared/http.js";
import { hear } from "#shared/socket.js";

/** Starts once for the page. */
export function watchDeletions() {
  hear("post:deleted", showDeleted);
}

/** Shows that a post is gone; `root_id` is that of its repost tree. */
export async function showDeleted({ id, root_id: rootId }) {
  const gone = String(id);
  const root = String(rootId ?? gone);
  for (const quote of findAll(`.root[data-post-id="${quoted(gone)}"]`)) bury(quote);
  const own = find(`article.post[data-post-id="${quoted(gone)}"]`);
  const family = findAll(`article.post[data-root-id="${quoted(root)}"]`);
  await Promise.all([...new Set([...(own ? [own] : []), ...family])].map(refresh));
}

/** At once, without asking: the words of the repost stay. */
function bury(quote) {
  const template = find("#tombstone-template");
  if (!template || quote.classList.contains("root--deleted")) return;
  quote.classList.add("root--deleted");
  quote.replaceChildren(copyOf(template));
}

/** Fetches a post as the viewer may see it now and puts it in its place; a comment being typed under it is kept. */
async function refresh(article) {
  try {
    const html = await fragmentOf(article.dataset.postId);
    const fresh = find("article.post", parse(html));
    if (!fresh || !article.isConnected) return;
    const slot = role(fresh, "comments");
    const open = role(article, "comments");
    if (slot && open?.childElementCount) {
      slot.hidden = open.hidden;
      slot.append(...open.childNodes);
    }
    article.replaceWith(fresh);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
  }
}

/** 410 is the tombstone itself. */
async function fragmentOf(id) {
  try {
    return (await send(`/posts/${id}/fragment`)).html;
  } catch (refusal) {
    if (refusal.status === 410 && refusal.html) return refusal.html;
    throw refusal;
  }
}
