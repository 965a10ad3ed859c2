/** The box of a conversation: Enter sends, Shift+Enter begins a line, and an input method is never interrupted. */

import { find, role, tell } from "#shared/dom.js";
import { say } from "#shared/socket.js";
import { word } from "#shared/words.js";
import { insert } from "#posts/caret.js";
import { weight } from "#posts/counting.js";
import { offerEmoticons } from "#posts/emoticons.js";
import { keepWords, keptWords } from "#messages/kept.js";
import { fillTray } from "#messages/tray.js";

const MOST = 2000;
const TYPING_EVERY_MS = 2500;

/** Calls `post` for each message; answers `{restore, put, count, open}`. */
export function bindBox(form, otherId, post, signal) {
  const text = role(form, "text");
  const tray = fillTray(form, signal);
  const box = { form, text, tray, otherId, post };
  if (!text.value && !text.readOnly) text.value = keptWords(otherId);
  grow(text);
  text.addEventListener("input", () => written(box), { signal });
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit(box);
  }, { signal });
  form.addEventListener("submit", (event) => (event.preventDefault(), submit(box)), { signal });
  offerEmoticons(form, signal);
  return { restore: (message, why) => restore(box, message, why), put: (words) => put(box, words), count: () => count(form), open: () => open(form) };
}

function written({ form, text, otherId }) {
  keepWords(otherId, text.value);
  complain(form, "");
  grow(text);
  if (text.value.trim()) tell("box:typing", {}, form);
}

/** Each picture is a message of its own; the words go with the first, the product with the words. */
function submit(box) {
  const { form, text, tray, post } = box;
  const words = text.value.trim();
  if (text.readOnly || (!words && tray.isEmpty())) return;
  const over = weight(words) - MOST;
  if (over > 0) return complain(form, word("count_over", { n: over }));
  const { pictures, product, ready } = tray.take();
  const [first, ...more] = pictures;
  const isTogether = first && !product;
  if (first) post({ ...first, text: isTogether ? words : "" });
  for (const picture of more) post({ ...picture, text: "" });
  if (!isTogether && (words || product)) post({ ...product, text: words, ready });
  text.value = "";
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  text.focus();
}

/** Words that the server would not take come back, if nothing else stands there by now. */
function restore({ form, text, tray }, message, why) {
  if (text.value.trim() || !tray.isEmpty()) return false;
  text.value = message.text;
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  complain(form, why);
  return true;
}

/** Puts words where the caret is, as if they had been typed. */
function put({ text }, words) {
  if (!text.readOnly) insert(text, words);
}

/** One of the few messages that may be written to somebody who has not answered is gone. */
function count(form) {
  if (!form.dataset.left) return;
  const left = Math.max(0, Number(form.dataset.left) - 1);
  form.dataset.left = String(left);
  role(form, "limit").textContent = left ? word("messages_left", { n: left }) : word("messages_wait");
  role(form, "text").readOnly = !left;
}

/** There is an answer: no limit any more. */
function open(form) {
  if (!form.dataset.left) return;
  delete form.dataset.left;
  role(form, "limit")?.remove();
  role(form, "text").readOnly = false;
}

function complain(form, sentence) {
  const place = role(form, "error");
  role(place, "message").textContent = sentence;
  place.hidden = !sentence;
}

/** For browsers that do not grow a field with its words. */
function grow(text) {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

/** Tells the other side that someone writes, now and then. */
export function tellTyping(form, otherId, signal) {
  let toldAt = 0;
  form.addEventListener("box:typing", () => {
    if (Date.now() - toldAt < TYPING_EVERY_MS) return;
    toldAt = Date.now();
    say("message:typing", { to: otherId });
  }, { signal });
}

/** Where the keyboard is when a conversation opens: in the box, but not on a phone, where it would cover half of it. */
export const focusBox = (form) => matchMedia("(pointer: fine)").matches && find("[data-role=text]", form)?.focus({ preventScroll: true });
