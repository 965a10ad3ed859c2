/** The list of a conversation: pages, replies, one's own comment, and what the list says when it is empty. */

import { find, findAll, make, parse, quoted, role } from "#shared/dom.js";
import { word } from "#shared/words.js";
import { stopReply } from "#engagement/comment_acts.js";

/** Starts the list anew, in the order that `link` stands for. */
export function replace(thread, found, link) {
  const { section, list } = thread;
  list.replaceChildren(...itemsOf(found));
  for (const name of ["choices", "empty"]) replaceContent(section, found, name);
  thread.fresh.clear();
  showFresh(thread);
  showEmpty(thread);
  for (const other of findAll("[data-act=sort]", section)) {
    if (other === link) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
  if (link) section.dataset.sort = link.dataset.sort;
  carryOn(section, found);
}

function replaceContent(section, found, name) {
  const theirs = role(found, name);
  if (theirs) role(section, name)?.replaceChildren(...theirs.childNodes);
}

/** One comment of the list as a fragment shows it now; its replies stay open as they are. */
export function replaceItem(item, found) {
  const fresh = find(`#${quoted(item.id)}`, found);
  if (!fresh) return;
  const [ours, theirs] = [item, fresh].map((one) => find(":scope > .comment__body > .comment__thread", one));
  if (ours && theirs) theirs.replaceWith(ours);
  item.replaceWith(fresh);
}

/** Adds the next page. */
export function append({ section, list }, found, link) {
  list.append(...itemsOf(found).filter((item) => !item.id || !find(`#${quoted(item.id)}`, list)));
  carryOn(section, found, link);
}

/** The cursor of the fragment becomes the link to what follows. */
function carryOn(section, found) {
  const source = find(".comments", found);
  const ours = role(section, "more");
  const theirs = source && role(source, "more");
  section.dataset.nextCursor = source?.dataset.nextCursor ?? "";
  if (ours && theirs) ours.href = theirs.href;
  if (ours) ours.hidden = !section.dataset.nextCursor;
  else if (theirs && section.dataset.nextCursor) role(section, "list").after(theirs);
}

/** Adds more replies to one comment. */
export function appendReplies(found, link) {
  const source = find("ol", found);
  const list = role(link.closest("li.comment"), "replies") ?? link.previousElementSibling;
  list.append(...[...source.children].filter((item) => !item.id || !find(`#${quoted(item.id)}`, list)));
  const next = find("[data-act=more-replies]", found);
  if (next && source.dataset.nextCursor) link.replaceWith(next);
  else if (source.dataset.nextCursor) link.href = `${link.href.split("?")[0]}?after=${source.dataset.nextCursor}`;
  else link.remove();
}

const itemsOf = (found) => [...(role(found, "list")?.children ?? [])];

/** One's own comment: on top, or below the one it answers. */
export function place(thread, html) {
  const item = find("li.comment", parse(html));
  if (!item || find(`#${quoted(item.id)}`, thread.list)) return;
  const parent = find(`#comment-${quoted(thread.section.dataset.replyThread ?? "")}`, thread.list);
  if (parent) repliesOf(parent).append(item);
  else placeOnTop(thread.list, item);
  item.classList.add("comment--new");
  thread.fresh.delete(item.dataset.commentId);
  showFresh(thread);
  showEmpty(thread);
  stopReply(thread.section);
}

/** The comment that its post's author has put on top stays there. */
function placeOnTop(list, item) {
  const first = list.firstElementChild;
  if (first && find(":scope > .comment__body > .comment__who > [data-role=pinned]", first)) first.after(item);
  else list.prepend(item);
}

/** The replies of a comment; the first one opens the list. */
function repliesOf(comment) {
  const known = role(comment, "replies");
  if (known) return known;
  const list = make("ol", { className: "comment__replies", dataset: { role: "replies" } });
  find(".comment__body", comment).append(make("div", { className: "comment__thread" }, list));
  return list;
}

/** A deleted comment goes; one with replies stays as a trace, so that they keep their place. */
export function withdraw(item) {
  if (!role(item, "replies")?.childElementCount) {
    item.remove();
    return;
  }
  find(".comment__text", item)?.replaceChildren(word("comment_deleted"));
  find(".comment__foot", item)?.remove();
}

/** How many comments of others wait to be shown. */
export function showFresh({ section, fresh, list }) {
  for (const id of fresh) if (find(`#comment-${quoted(id)}`, list)) fresh.delete(id);
  const button = role(section, "fresh");
  if (!button) return;
  button.hidden = !fresh.size;
  if (fresh.size) button.textContent = word(fresh.size === 1 ? "comments_fresh_one" : "comments_fresh", { n: fresh.size });
}

/** The sentence of a list with nothing in it. */
export function showEmpty({ section, list }) {
  const empty = role(section, "empty");
  if (empty) empty.hidden = list.childElementCount > 0;
}
