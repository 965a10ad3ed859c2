/** Names after `@`, topics after `#`: ↑↓ choose, Enter or Tab takes, Esc closes. */

import { debounced, role } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { before, insert, placeOf } from "#posts/caret.js";
import { urlsIn } from "#posts/counting.js";
import { renderSuggestions } from "#posts/suggestions.js";

const PAUSE_MS = 150;
const NAME = /(?:^|[^A-Za-z0-9._%+\-])@([\p{L}\p{N}_\-·]{0,24})$/u;
const TOPIC = /#([^#\n@]{0,32})$/u;

/** Binds the list of suggestions to the text of a composer. */
export function watchMentions(form, signal) {
  const area = role(form, "text");
  const list = role(form, "suggestions");
  if (!list) return;
  const state = { area, list, asked: 0, over: 0 };
  const look = debounced(() => suggest(state, signal), PAUSE_MS);
  const on = (event, act) => area.addEventListener(event, act, { signal });

  on("input", (event) => event.isComposing || look());
  on("compositionend", look);
  on("click", () => close(state));
  on("blur", () => setTimeout(() => list.contains(document.activeElement) || close(state), 150));
  on("keydown", (event) => press(state, event));
  list.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
  list.addEventListener("click", ({ target }) => take(state, target.closest("[role=option]")), { signal });
  signal.addEventListener("abort", look.cancel);
}

/** What is being named at the caret: `{kind, query, over}` or null. */
function wordAt(text) {
  const name = NAME.exec(text);
  if (name) return { kind: "account", query: name[1], over: name[1].length + 1 };
  const topic = TOPIC.exec(text);
  if (topic && opensTopic(text)) return { kind: "topic", query: topic[1], over: topic[1].length + 1 };
  return null;
}

/** Only every other `#` opens a topic, and none inside a link does. */
function opensTopic(text) {
  const links = urlsIn(text);
  if (links.some(({ url, start }) => start + url.length === text.length)) return false;
  const bare = links.reduceRight((rest, { url, start }) => rest.slice(0, start) + rest.slice(start + url.length), text);
  return (bare.split("\n").at(-1).match(/#/g) ?? []).length % 2 === 1;
}

async function suggest(state, signal) {
  const { area, list } = state;
  const wanted = area.selectionStart === area.selectionEnd ? wordAt(before(area)) : null;
  const turn = ++state.asked;
  if (!wanted) return close(state);
  const base = wanted.kind === "account" ? "/accounts/suggestions" : "/topics/suggestions";
  const found = await json(`${base}?q=${encodeURIComponent(wanted.query)}`, { signal }).catch(() => []);
  if (turn !== state.asked || document.activeElement !== area) return null;
  if (!found?.length) return close(state);
  state.over = wanted.over;
  renderSuggestions(list, wanted.kind, found);
  place(state);
  select(state, 0);
  return null;
}

function place({ area, list, over }) {
  const { top, left } = placeOf(area, over);
  list.hidden = false;
  const most = area.offsetWidth - list.offsetWidth;
  list.style.top = `${area.offsetTop + top + 4}px`;
  list.style.left = `${area.offsetLeft + Math.max(0, Math.min(left, most))}px`;
  area.setAttribute("aria-controls", list.id);
}

function press(state, event) {
  const { list } = state;
  if (list.hidden || event.isComposing) return;
  const at = [...list.children].findIndex((item) => item.ariaSelected === "true");
  if (event.key === "ArrowDown") select(state, at + 1);
  else if (event.key === "ArrowUp") select(state, at - 1);
  else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(state, list.children[at]);
  else if (event.key === "Escape") close(state);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function select({ area, list }, to) {
  const items = [...list.children];
  const chosen = items.at(to % items.length);
  for (const item of items) item.setAttribute("aria-selected", String(item === chosen));
  chosen.scrollIntoView({ block: "nearest" });
  area.setAttribute("aria-activedescendant", chosen.id);
}

function take(state, item) {
  if (!item) return;
  insert(state.area, item.dataset.text, { over: state.over });
  close(state);
}

function close(state) {
  state.asked += 1;
  state.list.hidden = true;
  state.area.removeAttribute("aria-activedescendant");
  return null;
}
