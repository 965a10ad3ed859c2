/** The picker of `[doge]`-style emoticons; their list is the one the server reads. */

import { find, make, role } from "#shared/dom.js";
import { insert } from "#posts/caret.js";
import { bindPopover } from "#posts/popover.js";

const LIST = new URL("../shared/emoticons.json", import.meta.url);
let emoticons = null;

/** Fills the picker when it is first opened; a press puts the code at the caret. */
export function offerEmoticons(form, signal) {
  const panel = role(form, "emoticons");
  if (!panel) return;
  const list = role(panel, "emoticon-list");
  const fill = async () => {
    if (list.children.length) return;
    emoticons ??= fetch(LIST).then((answer) => answer.json());
    try {
      list.replaceChildren(...(await emoticons).map(itemOf));
      find("button", list)?.focus();
    } catch {
      emoticons = null;
    }
  };
  bindPopover(form, "emoticon", panel, fill, signal);
  list.addEventListener("click", ({ target }) => {
    const code = target.closest("[data-code]")?.dataset.code;
    if (code) insert(role(form, "text"), code);
  }, { signal });
  list.addEventListener("keydown", (event) => walk(event, list), { signal });
}

function itemOf({ code, emoji, zh, en }) {
  const name = document.documentElement.lang.startsWith("zh") ? zh : en;
  return make("button", { type: "button", className: "picker__item", title: name, dataset: { code }, aria: { label: name } }, emoji);
}

/** Arrow keys walk the grid as it is laid out. */
function walk(event, list) {
  const items = [...list.children];
  const width = items.filter((item) => item.offsetTop === items[0].offsetTop).length;
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[event.key];
  const next = by && items[items.indexOf(document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
