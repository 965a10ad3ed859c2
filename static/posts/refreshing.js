/** A post that looks different by now is fetched anew, as its viewer may see it, and put in its place. */

import { copyOf, find, findAll, parse, quoted, role } from "#shared/dom.js";
import { Refusal, send } from "#shared/http.js";

/** Renews a post wherever it stands on the page: itself, and where members of its tree quote it or carry its words. */
export async function refreshEverywhere({ id, root_id: rootId }) {
  const one = quoted(id);
  const family = quoted(rootId ?? id);
  const places = findAll(`article.post[data-post-id="${one}"], article.post[data-root-id="${family}"]`);
  await Promise.all(places.map(refresh));
}

/** Renews one article; a comment being typed under it and the focus are kept. */
export async function refresh(article) {
  const html = await fragmentOf(article);
  const fresh = html && find("article.post", parse(html));
  if (!fresh || !article.isConnected) return;
  const slot = role(fresh, "comments");
  const open = role(article, "comments");
  if (slot && open?.childElementCount) {
    slot.hidden = open.hidden;
    slot.append(...open.childNodes);
  }
  keepUnfolded(article, fresh);
  const hadFocus = article.contains(document.activeElement) && !fresh.contains(document.activeElement);
  article.replaceWith(fresh);
  if (hadFocus) fresh.focus({ preventScroll: true });
}

/** What the reader has opened stays open. */
function keepUnfolded(article, fresh) {
  const before = findAll(".fold", article);
  findAll(".fold", fresh).forEach((fold, place) => (fold.open = Boolean(before[place]?.open)));
}

/** 410 is the tombstone itself; 404 says that the viewer may not see it any more. */
async function fragmentOf(article) {
  const { postId, large } = article.dataset;
  try {
    return (await send(`/posts/${postId}/fragment${large === undefined ? "" : "?large=1"}`)).html;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.status === 410) return refusal.html;
    if (refusal.status === 404) putOutOfSight(article);
    return "";
  }
}

function putOutOfSight(article) {
  const gone = document.createElement("article");
  gone.className = "post post--deleted";
  gone.id = article.id;
  gone.tabIndex = -1;
  gone.append(copyOf(find("#out-of-sight-template")));
  if (article.dataset.large !== undefined) find(".postpage__talk")?.remove();
  article.replaceWith(gone);
}
