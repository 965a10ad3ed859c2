/** data-behaviour="conversations": the list keeps up with what is written, read and taken back. */

import { debounced, find, findAll, parse, quoted, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { hear } from "#shared/socket.js";

const PAUSE_MS = 150;

export default function connect(section, signal) {
  const later = debounced(() => refresh(section, signal), PAUSE_MS);
  for (const news of ["message:new", "message:gone", "messages:count"]) hear(news, later, signal);
  document.addEventListener("conversation:changed", later, { signal });
  document.addEventListener("socket:back", later, { signal });
  signal.addEventListener("abort", later.cancel);
}

async function refresh(section, signal) {
  const { box, current } = section.dataset;
  try {
    const { html } = await send(`/messages?${new URLSearchParams({ box, current })}`, { signal });
    show(section, find('[data-behaviour~="conversations"]', parse(html)));
  } catch {
    // The next news asks again.
  }
}

/** Fresh rows come on top; pages that were loaded further down stay. */
function show(section, fresh) {
  for (const number of findAll("[data-unread-box]", section)) {
    number.replaceWith(find(`[data-unread-box="${quoted(number.dataset.unreadBox)}"]`, fresh));
  }
  const [list, news] = [role(section, "list"), role(fresh, "list")];
  if (!list || !news) {
    if (list || news) section.replaceChildren(...fresh.children);
    return;
  }
  const isShort = !role(section, "more");
  const rows = [...news.children];
  const ids = new Set(rows.map(({ dataset }) => dataset.otherId));
  for (const row of [...list.children]) if (isShort || ids.has(row.dataset.otherId)) keepFocus(row, rows) && row.remove();
  list.prepend(...rows);
  focusAgain(list);
}

/** The keyboard stays on the row it is on. */
function keepFocus(row, rows) {
  const heir = row.contains(document.activeElement) && rows.find(({ dataset }) => dataset.otherId === row.dataset.otherId);
  if (heir) heir.dataset.focused = "";
  return true;
}

function focusAgain(list) {
  const row = find("[data-focused]", list);
  if (!row) return;
  delete row.dataset.focused;
  find("a", row).focus({ preventScroll: true });
}
