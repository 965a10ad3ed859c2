/**
 * data-behaviour="queue": one case after another by single keys, by mouse or by touch.
 *
 * Anything inside that can be pressed (a button, a link, a radio button) may carry `data-key`. What it submits or leads
 * to is answered with a fragment that takes the place of `[data-role=item]`, usually the next case. The item says about
 * itself: `data-url` (its address), `data-title`, `data-announce` (read out), `data-said` (what has just been done) and,
 * by a control with `data-key="u"`, how to take that back. `data-plain` on a form or link: as if there were no script.
 */

import { confirmed } from "#shared/dialogs.js";
import { find, findAll, parse, quoted, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { requestOf } from "#shared/swap.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

const GO_MS = 1200; // after `g` the next key belongs to the site's own shortcuts
const GONE = new Set([404, 409, 410]); // somebody else was faster: on to the next

export default function connect(queue, signal) {
  const keys = new Keys(queue);
  document.addEventListener("keydown", (event) => keys.press(event), { signal, capture: true });
  queue.addEventListener("submit", (event) => submit(queue, event), { signal });
  queue.addEventListener("click", (event) => step(queue, event), { signal });
}

/** Single keys; never while someone types, with a modifier held, or by holding a key down. */
class Keys {
  constructor(queue) {
    Object.assign(this, { queue, wentAt: -GO_MS, asked: "" });
  }

  press(event) {
    const key = keyOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !key) return;
    if (isField(event.target)) return leaveField(event);
    if (find("dialog[open]")) return this.answer(event, key);
    const goes = event.timeStamp - this.wentAt < GO_MS;
    this.wentAt = key === "g" && !goes ? event.timeStamp : -GO_MS;
    const control = goes ? null : controlOf(this.queue, key);
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.asked = key;
    if (this.queue.ariaBusy !== "true") use(control); // what is pressed too early would meet a case nobody has read
  }

  /** The key that raised a question also says yes to it: two presses for what is grave. */
  answer(event, key) {
    const dialog = find("#confirm-dialog[open]");
    if (!dialog || key !== this.asked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    role(dialog, "ok").click();
  }
}

/** The letter or digit on the key, also while an input method for Chinese is switched on. */
function keyOf({ key, code, keyCode }) {
  const letter = key === "Process" || keyCode === 229 ? code.replace(/^(Key|Digit)/, "") : key;
  return letter.length === 1 ? letter.toLowerCase() : letter === "Escape" ? "Escape" : "";
}

const isField = (target) =>
  Boolean(target.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]"));

function leaveField(event) {
  if (event.key === "Escape" && !event.isComposing) event.target.blur();
}

/** The first control of that key that can be seen and used. */
const controlOf = (queue, key) =>
  findAll(`[data-key="${quoted(key)}"]`, queue).find((one) => !one.disabled && (one.labels?.[0] ?? one).checkVisibility());

/** Presses a control; a field is gone to, and so is the main act of what a summary unfolds. */
function use(control) {
  if (isField(control)) return control.focus();
  control.click();
  if (control.matches("details[open] > summary")) role(control.parentElement, "first")?.focus();
}

async function submit(queue, event) {
  const { target: form, submitter } = event;
  if (form.method === "dialog" || event.defaultPrevented || "plain" in form.dataset) return;
  event.preventDefault();
  if (queue.ariaBusy === "true") return;
  const question = submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !(await confirmed(question))) return;
  const { url, method, body } = requestOf(form, submitter);
  if (submitter?.name) body.set(submitter.name, submitter.value);
  await take(queue, url, { method, body });
}

async function step(queue, event) {
  const link = event.target.closest?.("a[data-key]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || "plain" in link.dataset) return;
  event.preventDefault();
  if (queue.ariaBusy !== "true") await take(queue, link.href);
}

/** Sends a request and puts what comes back in the place of the item. */
async function take(queue, url, options = {}) {
  queue.ariaBusy = "true";
  try {
    show(queue, (await send(url, options)).html);
  } catch (refusal) {
    complain(refusal, () => take(queue, url, options));
    if (options.method && GONE.has(refusal.status)) await goOn(queue, url);
  } finally {
    queue.ariaBusy = null;
  }
}

/** What was to be decided is decided already, or gone: show the next. */
async function goOn(queue, refusedUrl) {
  const next = find('a[data-key="s"]', queue);
  if (!next || next.href === refusedUrl) return;
  try {
    show(queue, (await send(next.href)).html);
  } catch (refusal) {
    complain(refusal);
  }
}

function show(queue, html) {
  const fresh = parse(html);
  const item = role(fresh, "item");
  if (!item) throw new Error("the answer holds no item of a queue");
  role(queue, "item").replaceWith(fresh);
  const { url, title, announce, said } = item.dataset;
  if (url) history.replaceState(history.state, "", url);
  if (title) document.title = title;
  item.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
  if (said) sayDone(queue, said);
  const announcer = find("#announcer");
  if (announcer) announcer.textContent = announce ?? "";
}

/** One line about what was done last; the one before it leaves. */
function sayDone(queue, said) {
  for (const old of findAll('#toasts [data-from="queue"]')) old.remove();
  const undo = find('[data-key="u"]', queue);
  const line = toast(said, undo ? { act: () => undo.click(), label: word("undo") } : {});
  line.dataset.from = "queue";
}
