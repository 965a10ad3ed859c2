/** data-behaviour="conversation": one open conversation: what is said, what is heard, what came before. */

import { confirmed } from "#shared/dialogs.js";
import { find, findAll, make, parseOne, role, tell } from "#shared/dom.js";
import { fragment, send } from "#shared/http.js";
import { requestOf } from "#shared/swap.js";
import { complain } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { arrange, place } from "#messages/arrange.js";
import { listen } from "#messages/hearing.js";
import { openOutbox } from "#messages/outbox.js";
import { bindBox, focusBox, tellTyping } from "#messages/say.js";
import { watchScroll } from "#messages/scroll.js";

const LOOKS_EVERY_MS = 5000;

export default function connect(section, signal) {
  const { otherId, url } = section.dataset;
  const list = role(section, "messages");
  const form = role(section, "say");
  const scroll = watchScroll(section, () => loadEarlier(thread), signal);
  const thread = { section, list, otherId, url, signal, scroll, box: null };
  if (form) {
    const outbox = openOutbox({ ...thread, ...outcomes(thread), scrollDown: () => scroll.down() });
    thread.box = bindBox(form, otherId, outbox.post, signal);
    tellTyping(form, otherId, signal);
    focusBox(form);
  }
  section.addEventListener("submit", (event) => submit(thread, event), { signal });
  // Across a block nothing can be said: the page is drawn anew, what was typed is kept with the box.
  section.addEventListener("toggle:settled", ({ detail }) => detail.kind === "block" && location.reload(), { signal });
  listen(thread);
  const timer = setInterval(endTakingBack, LOOKS_EVERY_MS, list);
  signal.addEventListener("abort", () => clearInterval(timer));
}

const outcomes = (thread) => ({
  sent: (item) => {
    thread.scroll.down();
    thread.box?.count();
    tell("conversation:changed", {}, item);
  },
  takeBack: (message, why) => Boolean(thread.box?.restore(message, why)),
});

async function submit(thread, event) {
  const form = event.target;
  const act = { "take-back": takeBack, clear }[form.dataset.act];
  if (!act) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await act(thread, form);
  } catch (refusal) {
    complain(refusal, () => form.requestSubmit());
  } finally {
    form.ariaBusy = null;
  }
}

/** What was taken back can be written anew: 「重新编辑」. */
async function takeBack({ list, box }, form) {
  const { words } = form.dataset;
  const { url, method } = requestOf(form);
  const item = parseOne((await send(url, { method })).html);
  place(list, item);
  if (words && box) {
    const again = make("button", { type: "button", className: "message__act" }, word("message_again"));
    again.addEventListener("click", () => (again.remove(), box.put(words)));
    find(".message__gone", item).append(" ", again);
  }
  tell("conversation:changed");
}

async function clear(_thread, form) {
  if (!(await confirmed(form.dataset.question))) return;
  const { url, method } = requestOf(form);
  await send(url, { method, accept: "application/json" });
  location.assign("/messages");
}

/** The page of messages before the first one; what is in sight does not move. */
async function loadEarlier({ section, list, url, signal, scroll }) {
  const slot = role(section, "earlier");
  const link = role(slot, "more");
  if (!link || link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  try {
    const found = await fragment(url + link.search, { signal });
    slot.replaceChildren(...role(found, "earlier").children);
    list.prepend(...role(found, "messages").children);
    arrange(list);
    scroll.watchTop();
  } catch (refusal) {
    link.ariaBusy = null;
    if (!signal.aborted) complain(refusal);
  }
}

/** After two minutes a message stays. */
function endTakingBack(list) {
  for (const form of findAll("[data-act=take-back]", list)) if (new Date(form.dataset.until) < new Date()) form.remove();
}
