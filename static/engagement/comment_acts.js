/** Answering and deleting a comment. */

import { confirmed } from "#shared/dialogs.js";
import { find, quoted, role, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

/** Turns the form of the thread into an answer to one comment. */
export function startReply(section, link) {
  const form = find("form[data-kind=comment]", section);
  if (!form) return;
  aim(section, form, link.dataset);
  role(form, "text").focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

function aim(section, form, { commentId, threadId, nickname }) {
  const note = role(form, "replying");
  const text = role(form, "text");
  find("input[name=reply_to]", form).value = commentId;
  section.dataset.replyThread = threadId;
  if (note) {
    role(note, "reply-name").textContent = nickname;
    note.hidden = false;
  }
  text.dataset.placeholder ??= text.placeholder;
  text.placeholder = word("reply_to", { name: nickname });
}

/** Words that were kept over a reload still answer whom they were meant for, if that comment is here. */
export function recallReply(section) {
  const form = find("form[data-kind=comment]", section);
  const field = form && find("input[name=reply_to]", form);
  if (!field?.value || !role(form, "replying").hidden) return;
  const item = find(`#comment-${quoted(field.value)}`, section);
  const head = item?.parentElement.closest("li.comment") ?? item;
  if (item?.dataset.author) aim(section, form, { commentId: field.value, threadId: head.dataset.commentId, nickname: item.dataset.author });
  else field.value = "";
}

/** Back to a comment on the post itself. */
export function stopReply(section) {
  const form = find("form[data-kind=comment]", section);
  if (!form) return;
  const note = role(form, "replying");
  const text = role(form, "text");
  find("input[name=reply_to]", form).value = "";
  delete section.dataset.replyThread;
  if (note) note.hidden = true;
  text.placeholder = text.dataset.placeholder ?? text.placeholder;
}

/** Asks and deletes; the list hears `comment:gone`. */
export async function removeComment(form) {
  const item = form.closest("li.comment");
  if (!(await confirmed(word("delete_comment_question")))) return;
  try {
    await send(`/comments/${item.dataset.commentId}`, { method: "DELETE", accept: "application/json" });
    tell("comment:gone", { item }, item);
    toast(word("deleted"));
  } catch (refusal) {
    complain(refusal, () => removeComment(form));
  }
}
