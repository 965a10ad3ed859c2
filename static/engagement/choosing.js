/** What the author of a post does with its comments: choosing (评论精选), refusing, putting one on top. */

import { confirmed } from "#shared/dialogs.js";
import { find, findAll, role } from "#shared/dom.js";
import { fragment, json } from "#shared/http.js";
import { complain, toast, warn } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { replaceItem, showEmpty } from "#engagement/comment_pages.js";

const MOST_COUNTED = 99;

/** Whether the list shows what has yet to be chosen. */
export const isQueue = ({ section }) => section.dataset.sort === "waiting";

/** Shows one comment to everyone. */
export const approve = (thread, form) => decide(thread, form, "POST", word("comment_chosen"));

/** Deletes one that waits: who presses it in the queue has just read it. */
export const refuse = (thread, form) => decide(thread, form, "DELETE", word("deleted"));

async function decide(thread, form, method, sentence) {
  const item = form.closest("li.comment");
  try {
    const answer = await json(`/comments/${item.dataset.commentId}/approval`, { method });
    toast(sentence);
    if (method === "DELETE" || isQueue(thread)) leave(thread, [item]);
    else await renew(thread, item);
    showWaiting(thread, answer.waiting);
  } catch (refusal) {
    complain(refusal, () => decide(thread, form, method, sentence));
  }
}

/** The ticked ones together; `method` is what the pressed button stands for. */
export async function decideAll(thread, form, method) {
  const items = ticked(thread).map((box) => box.closest("li.comment"));
  if (!items.length) return warn(word("comments_none_ticked"));
  if (method === "DELETE" && !(await confirmed(word("comments_refuse_question", { n: items.length })))) return;
  const body = new FormData(form);
  try {
    const answer = await json(form.dataset.url, { method, body });
    toast(method === "POST" ? word("comment_chosen") : word("deleted"));
    leave(thread, items);
    showWaiting(thread, answer.waiting);
  } catch (refusal) {
    complain(refusal, () => decideAll(thread, form, method));
  }
}

const ticked = ({ list }) => findAll("[data-role=tick]:checked", list);

/** Ticks all that is shown, or nothing. */
export function tickAll(thread, box) {
  for (const tick of findAll("[data-role=tick]", thread.list)) tick.checked = box.checked;
  showTicked(thread);
}

/** How many are ticked. */
export function showTicked(thread) {
  const place = role(thread.section, "ticked");
  if (!place) return;
  const number = ticked(thread).length;
  place.textContent = number ? word("comments_ticked", { n: number }) : "";
  const all = find("[data-act=tick-all]", thread.section);
  all.checked = number > 0 && number === findAll("[data-role=tick]", thread.list).length;
}

/** What is decided leaves the list; the keyboard goes on with the one after it. */
function leave(thread, items) {
  const next = items.at(-1).nextElementSibling ?? items[0].previousElementSibling;
  const hadFocus = items.some((item) => item.contains(document.activeElement));
  for (const item of items) item.remove();
  if (hadFocus && next?.isConnected) find("[data-act=comment-approve] button", next)?.focus();
  if (isQueue(thread) && !thread.list.childElementCount) role(thread.section, "choices").replaceChildren();
  showTicked(thread);
  showEmpty(thread);
}

/** The number beside 待精选. */
function showWaiting({ section }, number) {
  const place = role(section, "waiting");
  if (!place) return;
  place.hidden = !number;
  place.textContent = number > MOST_COUNTED ? `${MOST_COUNTED}+` : String(number);
}

/** One more has come. */
export const countWaiting = (thread) => {
  const place = role(thread.section, "waiting");
  if (place) showWaiting(thread, (place.hidden ? 0 : Number.parseInt(place.textContent, 10)) + 1);
};

/** Puts one comment on top or takes it off; the list comes anew in its order. */
export async function pin(thread, form, reload) {
  const { commentId } = form.closest("li.comment").dataset;
  const isPinned = find("button", form).getAttribute("aria-pressed") === "true";
  try {
    await json(`/comments/${commentId}/pin`, { method: isPinned ? "DELETE" : "POST" });
    toast(word(isPinned ? "comment_unpinned" : "comment_pinned"));
    await reload();
    find(`#comment-${commentId} [data-act=comment-pin] button`, thread.list)?.focus();
  } catch (refusal) {
    complain(refusal, () => pin(thread, form, reload));
  }
}

/** A comment as it looks by now: chosen, for one. */
export async function renew(thread, item) {
  const found = await fragment(`${thread.section.dataset.url}?sort=new&comment=${item.dataset.commentId}`, { signal: thread.signal });
  replaceItem(item, found);
}
