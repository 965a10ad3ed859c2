/** Answering and deleting a comment. */

import { confirmed } from "#shared/dialogs.js";
import { find, role, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

/** Turns the form of the thread into an answer to one comment. */
export function startReply(section, link) {
  const form = find("form[data-kind=comment]", section);
  if (!form) return;
  const note = role(form, "replying");
  const text = role(form, "text");
  find("input[name=reply_to]", form).value = link.dataset.commentId;
  section.dataset.replyThread = link.dataset.threadId;
  if (note) {
    role(note, "reply-name").textContent = link.dataset.nickname;
    note.hidden = false;
  }
  text.dataset.placeholder ??= text.placeholder;
  text.placeholder = word("reply_to", { name: link.dataset.nickname });
  text.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
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
