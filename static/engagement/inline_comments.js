/** Comments opened under a post in a feed. */

import { find, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";

/** Opens or closes the slot below the action bar; what was typed stays while it is closed. */
export function toggleComments(slot, link) {
  const opens = slot.hidden;
  slot.hidden = !opens;
  link.setAttribute("aria-expanded", String(opens));
  if (!opens) return true;
  if (slot.childElementCount) focusText(slot);
  else fill(slot, link);
  return true;
}

async function fill(slot, link) {
  slot.setAttribute("aria-busy", "true");
  try {
    slot.replaceChildren(await fragment(link.dataset.url));
    focusText(slot);
  } catch (refusal) {
    slot.hidden = true;
    link.setAttribute("aria-expanded", "false");
    complain(refusal, () => slot.hidden && toggleComments(slot, link));
  } finally {
    slot.removeAttribute("aria-busy");
  }
}

function focusText(slot) {
  const area = find("form", slot) && role(slot, "text");
  area?.focus({ preventScroll: true });
  area?.scrollIntoView({ block: "nearest" });
}
