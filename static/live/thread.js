/** New and deleted comments of an open conversation. */

import { debounced, find, quoted } from "#shared/dom.js";
import { hear, keepSaying, say } from "#shared/socket.js";
import { countWaiting, isQueue, renew } from "#engagement/choosing.js";
import { showEmpty, showFresh, withdraw } from "#engagement/comment_pages.js";

const PAUSE_MS = 500;

/** New comments of others are announced, not pushed under someone's eyes. */
export function followLive(thread, refresh) {
  const { section, signal, list } = thread;
  const postId = section.dataset.postId;
  const show = debounced(() => showFresh(thread), PAUSE_MS);
  keepSaying("thread:watch", () => ({ id: postId }), signal);
  hear("post:changed", ({ id }) => String(id) === postId && say("thread:watch", { id: postId }), signal);
  hear("comment:new", (news) => {
    if (String(news.post_id) !== postId) return;
    const item = find(`#comment-${quoted(news.id)}`, list);
    if (!item && !isQueue(thread)) {
      thread.fresh.add(String(news.id));
      show();
    } else if (item?.classList.contains("comment--waiting")) {
      welcome(thread, item);
    }
  }, signal);
  hear("comment:waiting", (news) => {
    if (String(news.post_id) !== postId || find(`#comment-${quoted(news.id)}`, list)) return;
    countWaiting(thread);
    if (!isQueue(thread)) return;
    thread.fresh.add(String(news.id));
    show();
  }, signal);
  hear("comment:deleted", (news) => {
    thread.fresh.delete(String(news.id));
    const item = find(`#comment-${quoted(news.id)}`, list);
    if (item) withdraw(item);
    showFresh(thread);
    showEmpty(thread);
  }, signal);
  document.addEventListener("socket:back", () => isUntouched(section) && refresh(), { signal });
}

/** Chosen elsewhere: in the queue it goes, in front of its writer it looks like all others from now on. */
function welcome(thread, item) {
  if (isQueue(thread)) item.remove();
  else renew(thread, item).catch(() => {});
}

/** After a break nobody knows what was missed: fetched anew, unless someone reads further down or is replying. */
const isUntouched = (section) => !section.contains(document.activeElement) && section.getBoundingClientRect().top > 0;
