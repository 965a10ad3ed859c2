/** Live 转/评/赞 counts for the posts that can be seen. */

import { debounced, findAll, quoted } from "#shared/dom.js";
import { showCount } from "#shared/numbers.js";
import { hear, keepSaying, say } from "#shared/socket.js";

const MOST = 60;
const PAUSE_MS = 200;
const seen = new Set();
const watched = new Set();
let observer = null;

/** Starts once for the page. */
export function watchCounts() {
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
    tellServer();
  });
  hear("post:counts", ({ id, reposts, comments, likes }) => applyCounts(String(id), { reposts, comments, likes }));
  hear("post:changed", ({ id }) => watched.delete(String(id)) && tellServer()); // the server asks again who may listen
  keepSaying("post:watch", () => {
    watched.clear();
    for (const id of wantedIds()) watched.add(id);
    return watched.size ? { ids: [...watched] } : null;
  });
}

/** Counts of this post (and of the root it quotes) are followed while it is on screen. */
export function watchPost(article, signal) {
  observer.observe(article);
  signal.addEventListener("abort", () => {
    observer.unobserve(article);
    seen.delete(article);
    tellServer();
  });
}

/** Puts counts wherever the post is shown; a count that is not given stays. */
function applyCounts(id, counts) {
  for (const scope of findAll(`[data-post-id="${quoted(id)}"]`)) {
    for (const [name, count] of Object.entries(counts)) {
      for (const element of findAll(`[data-count="${name}"]`, scope)) {
        if (count !== undefined && element.closest("[data-post-id]") === scope && !element.closest(".comment")) showCount(element, count);
      }
    }
  }
}

function wantedIds() {
  const ids = [...seen].flatMap((article) => [article, ...findAll("[data-post-id]", article)]).map(({ dataset }) => dataset.postId);
  return new Set(ids.slice(0, MOST));
}

const tellServer = debounced(() => {
  const wanted = wantedIds();
  const news = [...wanted].filter((id) => !watched.has(id));
  const gone = [...watched].filter((id) => !wanted.has(id));
  if (gone.length) say("post:unwatch", { ids: gone });
  if (news.length) say("post:watch", { ids: news });
  gone.forEach((id) => watched.delete(id));
  news.forEach((id) => watched.add(id));
}, PAUSE_MS);
