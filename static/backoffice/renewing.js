/** data-behaviour="renewing": asks its `data-url` for itself anew every `data-every` seconds while the page is seen. */

import { findAll, parseOne, quoted } from "#shared/dom.js";
import { send } from "#shared/http.js";

export default function connect(element, signal) {
  const every = 1000 * Number(element.dataset.every || 10);
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(renew, every);
  };
  const renew = async () => {
    if (document.hidden || element.dataset.every === "0") return later();
    try {
      const { html } = await send(element.dataset.url, { quietly: true, signal });
      const fresh = parseOne(html);
      if (!signal.aborted && fresh) replaceInside(element, fresh);
    } catch {
      // The page keeps what it shows; the next try may come through.
    }
    if (!signal.aborted) later();
  };
  document.addEventListener("visibilitychange", () => document.hidden || renew(), { signal });
  element.addEventListener("renew", renew, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  later();
}

/** The element stays, its content is exchanged where it differs; a focused link keeps the focus. */
function replaceInside(element, fresh) {
  for (const [name, value] of Object.entries(fresh.dataset)) element.dataset[name] = value;
  if (element.innerHTML === fresh.innerHTML) return;
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  if (focused?.matches("input, textarea, select")) return; // somebody is writing there
  const key = focused && keyOf(focused);
  element.replaceChildren(...fresh.childNodes);
  if (key) findAll(key, element)[0]?.focus({ preventScroll: true });
}

const keyOf = (element) =>
  element.id ? `#${quoted(element.id)}` : element.getAttribute("href") ? `a[href="${quoted(element.getAttribute("href"))}"]` : null;
