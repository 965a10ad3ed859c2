/** New and deleted comments of an open conversation. */

import { debounced, find, quoted } from "#shared/dom.js";
import { hear, keepSaying } from "#shared/socket.js";
import { showEmpty, showFresh, withdraw } from "#engagement/comment_pages.js";

const PAUSE_MS = 500;

/** New comments of others are announced, not pushed under someone's eyes. */
export function followLive(thread, refresh) {
  const { section, signal, list } = thread;
  const postId = section.dataset.postId;
  const show = debounced(() => showFresh(thread), PAUSE_MS);
  keepSaying("thread:watch", () => ({ id: postId }), signal);
  hear("comment:new", (news) => {
    if (String(news.post_id) !== postId || find(`#comment-${quoted(news.id)}`, list)) return;
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

/** After a break nobody knows what was missed: fetched anew, unless someone reads further down or is replying. */
const isUntouched = (section) => !section.contains(document.activeElement) && section.getBoundingClientRect().top > 0;
