/** data-behaviour="menu": a `<details>` that closes like a menu and is walked with the arrow keys. */

import { find, findAll } from "#shared/dom.js";

const ITEMS = "a[href], button:not([disabled])";
const MARGIN = 14;
const BAR = 56;

export default function connect(details, signal) {
  const summary = find("summary", details);
  const items = () => findAll(ITEMS, details).filter((item) => !summary.contains(item));
  const close = () => {
    details.open = false;
  };

  details.addEventListener("toggle", () => (details.dataset.side = details.open && isLow(summary, details) ? "up" : "down"), { signal });
  document.addEventListener("pointerdown", (event) => details.contains(event.target) || close(), { signal });
  details.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !details.contains(relatedTarget) && close(), { signal });
  details.addEventListener("click", ({ target }) => items().some((item) => item.contains(target)) && queueMicrotask(close), { signal });
  details.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && details.open) {
        event.stopPropagation();
        close();
        summary.focus();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        details.open = true;
        step(items(), event.key === "ArrowDown" ? 1 : -1);
      }
    },
    { signal },
  );
}

/** Whether the sheet has more room above than below. */
function isLow(summary, details) {
  const sheet = find(".menu__sheet", details)?.offsetHeight ?? 0;
  const { top, bottom } = summary.getBoundingClientRect();
  return innerHeight - bottom < sheet + MARGIN && top - BAR > sheet;
}

function step(items, by) {
  const at = items.indexOf(document.activeElement);
  items.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % items.length)?.focus();
}
