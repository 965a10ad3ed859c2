/** data-behaviour="comments": the conversation under one post, here or on its page. */

import { find, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";
import { append, appendReplies, place, replace, showEmpty, withdraw } from "#engagement/comment_pages.js";
import { removeComment, startReply, stopReply } from "#engagement/comment_acts.js";
import { followLive } from "#live/thread.js";

export default function connect(section, signal) {
  const thread = { section, signal, list: role(section, "list"), fresh: new Set() };
  section.addEventListener("click", (event) => press(thread, event), { signal });
  section.addEventListener("submit", (event) => {
    if (event.target.dataset.act !== "comment-delete") return;
    event.preventDefault();
    removeComment(event.target);
  }, { signal });
  section.addEventListener("composer:done", ({ detail }) => place(thread, detail.html), { signal });
  section.addEventListener("comment:gone", ({ detail }) => (withdraw(detail.item), showEmpty(thread)), { signal });
  followLive(thread, () => refresh(thread));
  showEmpty(thread);
}

/** Links of the fragment work without a new page. */
function press(thread, event) {
  const button = event.target.closest("[data-act], [data-role=more], [data-role=fresh]");
  if (!button || event.ctrlKey || event.metaKey) return;
  const acts = {
    sort: () => load(thread, button, (found) => replace(thread, found, button)),
    more: () => load(thread, button, (found) => append(thread, found, button)),
    "more-replies": () => load(thread, button, (found) => appendReplies(found, button)),
    fresh: () => refresh(thread),
    reply: () => startReply(thread.section, button),
    "cancel-reply": () => stopReply(thread.section),
  };
  const act = acts[button.dataset.act ?? button.dataset.role] ?? acts[button.dataset.role];
  if (!act) return;
  event.preventDefault();
  act();
}

async function load(thread, link, place) {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  try {
    place(await fragment(addressOf(thread, link), { signal: thread.signal }));
  } catch (refusal) {
    if (!thread.signal.aborted) complain(refusal, () => load(thread, link, place));
  } finally {
    link.ariaBusy = null;
  }
}

/** Without JS the links lead to the page of the post; its list alone has an address of its own. */
function addressOf({ section }, link) {
  const isOfPost = link.matches("[data-act=sort], [data-role=more]");
  return isOfPost ? section.dataset.url + link.search : link.href;
}

/** The newest on top, whatever the order was. */
function refresh(thread) {
  const link = find('[data-act=sort][data-sort="new"]', thread.section);
  return load(thread, link, (found) => replace(thread, found, link));
}
