/** What an open conversation hears: new messages, those taken back, 「已读」 and 「对方正在输入…」. */

import { find, findAll, parseOne, quoted, role, tell } from "#shared/dom.js";
import { json, send } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear } from "#shared/socket.js";
import { word } from "#shared/words.js";
import { isLater, messagesIn, newestId, place } from "#messages/arrange.js";

const TYPING_MS = 5000;

/** Listens until the conversation leaves the page. */
export function listen(thread) {
  const { otherId, signal } = thread;
  const state = { ...thread, title: document.title, missed: 0, readUpTo: newestId(thread.list), isAsking: false, asksAgain: false, timer: 0 };
  const concerns = ({ from, to }) => String(from) === otherId || (String(from) === accountId() && String(to) === otherId);
  const on = (target, event, act) => target.addEventListener(event, act, { signal });

  hear("message:new", (news) => concerns(news) && catchUp(state), signal);
  hear("message:gone", (news) => concerns(news) && lookAgain(state, String(news.id)), signal);
  hear("message:read", (news) => String(news.by) === otherId && showRead(state, String(news.up_to)), signal);
  hear("message:typing", (news) => String(news.from) === otherId && showTyping(state, true), signal);
  on(document, "socket:back", () => catchUp(state));
  on(document, "visibilitychange", () => noteRead(state));
  signal.addEventListener("abort", () => {
    clearTimeout(state.timer);
    document.title = state.title;
  });
}

/** Brings what came since; calls that come meanwhile are answered by one more look. */
async function catchUp(state) {
  if (state.isAsking) {
    state.asksAgain = true;
    return;
  }
  state.isAsking = true;
  try {
    do {
      state.asksAgain = false;
      const { items, hasMore } = messagesIn((await send(`${state.url}?after=${newestId(state.list)}`, { signal: state.signal })).html);
      state.scroll.keeping(() => items.forEach((item) => take(state, item)));
      state.asksAgain ||= hasMore;
    } while (state.asksAgain);
    noteRead(state);
  } catch {
    // The next message or reconnect asks again.
  } finally {
    state.isAsking = false;
  }
}

function take(state, item) {
  const isTheirs = item.dataset.authorId === state.otherId;
  role(state.section, "hello")?.remove();
  if (!place(state.list, item)) return;
  if (!isTheirs) return;
  item.classList.add("message--fresh");
  showTyping(state, false);
  state.box?.open();
  state.missed += 1;
  role(state.section, "heard").textContent = find(".message__body", item)?.innerText ?? "";
}

/** A message looks different now: it was taken back. */
async function lookAgain(state, id) {
  const shown = find(`#message-${quoted(id)}`, state.list);
  if (!shown || "gone" in shown.dataset) return;
  try {
    const { html } = await send(`${state.url}/${id}`, { signal: state.signal });
    place(state.list, parseOne(html));
  } catch {
    // Whoever loads the page anew sees it.
  }
}

function showRead({ list }, upTo) {
  for (const item of findAll(".message--mine[data-message-id]", list)) if (!isLater(item.dataset.messageId, upTo)) item.dataset.read = "";
}

function showTyping(state, is) {
  const note = role(state.section, "note");
  const dots = role(state.section, "typing");
  clearTimeout(state.timer);
  if (dots.hidden === is) state.scroll.keeping(() => (dots.hidden = !is), () => {});
  note.textContent = is ? word("message_typing") : note.dataset.usual;
  note.toggleAttribute("data-live", is);
  if (is) state.timer = setTimeout(showTyping, TYPING_MS, state, false);
}

/** Whoever has the conversation before her eyes has read it; a tab in the background says how much came. */
async function noteRead(state) {
  if (document.hidden) {
    document.title = state.missed ? `(${state.missed}) ${state.title}` : state.title;
    return;
  }
  state.missed = 0;
  document.title = state.title;
  const upTo = newestId(state.list);
  if (!isLater(upTo, state.readUpTo)) return;
  state.readUpTo = upTo;
  const body = new FormData();
  body.append("up_to", upTo);
  try {
    await json(`${state.url}/read`, { method: "POST", body });
    tell("conversation:changed");
  } catch {
    state.readUpTo = "0";
  }
}
