/** Messages on their way: shown at once, sent one after the other, kept until the server has them. */

import { copyOf, find, newKey, parse, parseOne, quoted, role } from "#shared/dom.js";
import { isHeld } from "#shared/held.js";
import { Refusal, send } from "#shared/http.js";
import { upload } from "#shared/upload.js";
import { word } from "#shared/words.js";
import { arrange, dayOf, place } from "#messages/arrange.js";
import { forgetMessage, keepMessage, keptMessages } from "#messages/kept.js";
import { showWords } from "#messages/words.js";

const PATIENCE_MS = 20_000;

/** Answers `{post}`; what was left over from an earlier visit is shown again, to be sent or dropped. */
export function openOutbox(thread) {
  const box = { ...thread, line: Promise.resolve(), messages: new Map() };
  thread.list.addEventListener("click", ({ target }) => press(box, target.closest("[data-act]")), { signal: thread.signal });
  for (const kept of keptMessages(thread.otherId)) restore(box, kept);
  return { post: (content) => post(box, { key: newKey(), at: Date.now(), ...content }) };
}

/** `content`: text, file and preview of a picture, product and its card, and `ready`, to be waited for. */
function post(box, message) {
  const item = show(box, message);
  keepMessage(box.otherId, message);
  box.scrollDown();
  enqueue(box, message, item);
}

function restore(box, message) {
  if (find(`[data-key="${quoted(message.key)}"]`, box.list)) return forgetMessage(box.otherId, message.key);
  return fail(box, message, show(box, message), new Refusal(word("message_unsent"), { status: 0 }));
}

function show(box, message) {
  const item = copyOf(role(box.section, "pending-template"));
  const at = new Date(message.at);
  Object.assign(item.dataset, { key: message.key, at: at.toISOString(), day: dayOf(at) });
  showWords(role(item, "words"), message.text);
  const preview = message.preview ?? message.image?.thumb_url;
  if (preview) {
    find("img", item).src = preview;
    role(item, "picture").hidden = false;
  }
  if (message.card) {
    role(item, "card").append(parse(message.card));
    role(item, "card").hidden = false;
  }
  box.messages.set(message.key, message);
  box.list.append(item);
  role(box.section, "hello")?.remove();
  arrange(box.list);
  return item;
}

/** One after the other: what was written first arrives first. */
function enqueue(box, message, item) {
  mark(item, "sending");
  box.line = box.line.then(() => attempt(box, message, item));
}

async function attempt(box, message, item) {
  if (!item.isConnected) return;
  try {
    await message.ready;
    if (message.file && !message.image) await bring(box, message, item);
    const body = new FormData();
    const fields = { text: message.text, client_key: message.key, image_id: message.image?.id, product_id: message.product };
    for (const [name, value] of Object.entries(fields)) if (value) body.append(name, value);
    const { html, data } = await send(box.url, { method: "POST", body, patience: PATIENCE_MS });
    if (isHeld({ data })) drop(box, item);
    else arrive(box, message, html);
  } catch (refusal) {
    if (refusal.name !== "Refusal") console.error(refusal);
    fail(box, message, item, refusal);
  }
}

/** Sends the picture first; once it is there, a second try has it already. */
async function bring(box, message, item) {
  const progress = role(item, "progress");
  const body = new FormData();
  body.append("file", message.file);
  const onProgress = (done) => (progress.value = done);
  const { id, thumb_url } = await upload("/media/images", body, { onProgress });
  message.image = { id, thumb_url };
  keepMessage(box.otherId, message);
}

function arrive(box, message, html) {
  forgetMessage(box.otherId, message.key);
  box.messages.delete(message.key);
  const item = parseOne(html);
  place(box.list, item);
  if (message.preview) item.addEventListener("load", () => URL.revokeObjectURL(message.preview), { capture: true, once: true });
  box.sent(item);
}

/** What may work later stays with 「重试」; what the server will not take goes back into the box, if that is empty. */
function fail(box, message, item, refusal) {
  const isHopeless = refusal.name === "Refusal" && !refusal.isPassing && refusal.code !== "logged_out";
  if (isHopeless && !message.file && box.takeBack(message, refusal.message)) return drop(box, item);
  const place = role(item, "fail");
  role(place, "message").textContent = refusal.name === "Refusal" ? refusal.message : word("failed_page");
  find("[data-act=retry]", place).hidden = isHopeless;
  place.hidden = false;
  return mark(item, "failed");
}

function mark(item, state) {
  item.dataset.state = state;
  if (state === "sending") role(item, "fail").hidden = true;
}

function press(box, button) {
  const item = button?.closest(".message--pending");
  const message = item && box.messages.get(item.dataset.key);
  if (!message) return;
  if (button.dataset.act === "retry") enqueue(box, message, item);
  if (button.dataset.act === "drop") drop(box, item);
}

function drop(box, item) {
  forgetMessage(box.otherId, item.dataset.key);
  box.messages.delete(item.dataset.key);
  item.remove();
  arrange(box.list);
}
