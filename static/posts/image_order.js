/** The order of pictures: dragged by the handle, or moved with buttons and arrow keys. */

import { find, prefersStillness } from "#shared/dom.js";
import { word } from "#shared/words.js";

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Watches a strip of `li`; `changed` hears of each new order. */
export function orderImages(strip, changed, signal) {
  const shift = (tile, by, focused) => {
    const target = by < 0 ? tile.previousElementSibling : tile.nextElementSibling;
    if (!target) return;
    if (by < 0) target.before(tile);
    else target.after(tile);
    focused?.focus();
    announce(tile, strip);
    changed();
  };
  strip.addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest("[data-move]");
      if (button) shift(button.closest("li"), Number(button.dataset.move), button);
    },
    { signal },
  );
  strip.addEventListener(
    "keydown",
    (event) => {
      if (!STEPS[event.key] || !event.target.matches(".upload__handle")) return;
      event.preventDefault();
      shift(event.target.closest("li"), STEPS[event.key], event.target);
    },
    { signal },
  );
  strip.addEventListener("pointerover", () => makeDraggable(strip, changed, signal), { once: true, signal });
  strip.addEventListener("touchstart", () => makeDraggable(strip, changed, signal), { once: true, signal, passive: true });
}

const draggable = new WeakSet();

/** Fetched only by those who reach for a picture. */
async function makeDraggable(strip, changed, signal) {
  if (draggable.has(strip)) return;
  draggable.add(strip);
  const { default: Sortable } = await import("#vendor/sortable.core.esm.js");
  if (signal.aborted) return;
  const animation = prefersStillness() ? 0 : 150;
  const sorting = Sortable.create(strip, { animation, handle: ".upload__handle", draggable: "li", delayOnTouchOnly: true, delay: 120, onEnd: changed });
  signal.addEventListener("abort", () => sorting.destroy());
}

function announce(tile, strip) {
  const place = [...strip.children].indexOf(tile) + 1;
  const announcer = find("#announcer");
  if (announcer) announcer.textContent = word("image_moved", { n: place, all: strip.children.length });
}
