/**
 * A panel under a composer that a tool button opens; Esc, a press outside or another tool closes it.
 * It goes with the click, not before it: what was pressed would move away from under the finger.
 */

import { find } from "#shared/dom.js";

/** Binds `[data-tool=name]` to `panel`; `opened` runs each time it opens. Answers a function that closes it; `.open()` opens it. */
export function bindPopover(form, name, panel, opened, signal) {
  const button = find(`[data-tool="${name}"]`, form);
  const show = (is) => {
    panel.hidden = !is;
    button?.setAttribute("aria-expanded", String(is));
    if (is) opened();
  };
  const close = () => panel.hidden || show(false);
  close.open = () => show(true);
  button?.addEventListener("click", () => show(panel.hidden), { signal });
  document.addEventListener("click", ({ target }) => panel.contains(target) || button?.contains(target) || close(), { signal, capture: true });
  form.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      close();
      button?.focus();
    },
    { signal },
  );
  return close;
}
