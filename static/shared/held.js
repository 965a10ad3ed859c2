/** What the server has taken in but a reviewer must see first: it counts as sent, and is seen on its own page. */

import { toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

/** Says so and answers true, if that is what an answer of `send` or `json` means. */
export function isHeld(answer) {
  const held = (answer?.data ?? answer)?.held;
  if (!held) return false;
  toast(held.message, held.url ? { act: () => location.assign(held.url), label: word("look") } : {});
  return true;
}

/** Leads the eye to what a refusal is about, and to the page that says more. */
export function pointAt(refusal, text) {
  const at = refusal.about ? text.value.indexOf(refusal.about) : -1;
  if (at >= 0) {
    text.focus();
    text.setSelectionRange(at, at + refusal.about.length);
  }
  if (refusal.more) toast(refusal.message, { tone: "warn", act: () => location.assign(refusal.more), label: word("look") });
}
