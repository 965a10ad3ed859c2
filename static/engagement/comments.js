/** data-behaviour="comments": the conversation under one post, here or on its page. */

import { find, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";
import { append, appendReplies, place, replace, showEmpty, withdraw } from "#engagement/comment_pages.js";
import { approve, decideAll, isQueue, pin, refuse, showTicked, tickAll } from "#engagement/choosing.js";
import { recallReply, removeComment, startReply, stopReply } from "#engagement/comment_acts.js";
import { followLive } from "#live/thread.js";

export default function connect(section, signal) {
  const thread = { section, signal, list: role(section, "list"), fresh: new Set() };
  section.addEventListener("click", (event) => press(thread, event), { signal });
  section.addEventListener("submit", (event) => decide(thread, event), { signal });
  section.addEventListener("change", ({ target }) => {
    if (target.dataset.act === "tick-all") tickAll(thread, target);
    else if (target.dataset.role === "tick") showTicked(thread);
  }, { signal });
  section.addEventListener("input", () => recallReply(section), { signal });
  section.addEventListener("composer:done", ({ detail }) => settle(thread, detail.html), { signal });
  section.addEventListener("comment:gone", ({ detail }) => (withdraw(detail.item), showEmpty(thread)), { signal });
  followLive(thread, () => refresh(thread));
  showEmpty(thread);
  recallReply(section);
}

/** The small forms at each comment, and that of all ticked ones. */
function decide(thread, event) {
  const form = event.target;
  const acts = {
    "comment-delete": () => removeComment(form),
    "comment-approve": () => approve(thread, form),
    "comment-refuse": () => refuse(thread, form),
    "comment-pin": () => pin(thread, form, () => reload(thread)),
    choices: () => decideAll(thread, form, event.submitter?.value ?? "POST"),
  };
  if (!acts[form.dataset.act]) return;
  event.preventDefault();
  acts[form.dataset.act]();
}

/** One's own comment; what its answer has chosen leaves the queue. */
function settle(thread, html) {
  if (!html) return stopReply(thread.section); // a reviewer sees it first
  if (!isQueue(thread)) return place(thread, html);
  stopReply(thread.section);
  return reload(thread);
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

/** The newest on top, whatever the order was; who chooses goes on choosing. */
const refresh = (thread) => reload(thread, isQueue(thread) ? "waiting" : "new");

/** The list anew, in the order that it has or in another. */
function reload(thread, sort = thread.section.dataset.sort) {
  const link = find(`[data-act=sort][data-sort="${sort}"]`, thread.section);
  return load(thread, link, (found) => replace(thread, found, link));
}
