/** data-behaviour="more": 「查看更多」 of a list brings its next page in here; without JS it leads there. */

import { find, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";

export default function connect(section, signal) {
  section.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("[data-role=more]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      load(section, link, signal);
    },
    { signal },
  );
}

async function load(section, link, signal) {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  try {
    const source = find('[data-behaviour~="more"]', await fragment(link.href, { signal }));
    append(section, source, link);
  } catch (refusal) {
    if (!signal.aborted) complain(refusal, () => load(section, link, signal));
  } finally {
    link.ariaBusy = null;
  }
}

/** The keyboard goes on with the first that came. */
function append(section, source, link) {
  const list = role(section, "list");
  const fresh = [...(role(source, "list")?.children ?? [])];
  const next = role(source, "more");
  list.append(...fresh);
  if (next) link.setAttribute("href", next.getAttribute("href"));
  else (link.closest("p") ?? link).remove();
  if (fresh.length) find("a[href]:not([tabindex])", fresh[0])?.focus({ preventScroll: true });
}
