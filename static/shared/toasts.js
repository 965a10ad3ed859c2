/** Short sentences at the edge of the page, read out politely. */

import { copyOf, find, role } from "#shared/dom.js";
import { word } from "#shared/words.js";

const STAYS_MS = 6000;

/** Shows a sentence; with `act` it carries a button and, unless told otherwise, stays longer. */
export function toast(text, { tone = "info", act = null, label = word("retry"), stays = act ? 2 * STAYS_MS : STAYS_MS } = {}) {
  const shelf = find("#toasts");
  const element = copyOf(find("#toast-template"));
  const button = find("[data-act=toast-act]", element);
  element.dataset.tone = tone;
  role(element, "text").textContent = text;
  button.hidden = !act;
  button.textContent = label;
  button.addEventListener("click", () => (element.remove(), act()));
  for (const other of shelf.children) if (role(other, "text")?.textContent === text) other.remove();
  shelf.append(element);
  tend(element, stays);
  return element;
}

/** A sentence about something that did not work. */
export const warn = (text, more = {}) => toast(text, { tone: "warn", ...more });

/** Says why something was not done, and offers to try again where that may help. */
export function complain(refusal, retry = null) {
  if (refusal.isSaid || refusal.name === "AbortError") return;
  const isOurs = refusal.name === "Refusal";
  if (!isOurs) console.error(refusal);
  warn(isOurs ? refusal.message : word("failed_page"), { act: isOurs && refusal.isPassing ? retry : null });
}

/** A toast leaves by itself, but never while someone reads or reaches for it. */
function tend(element, delay) {
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => element.remove(), delay);
  };
  for (const sign of ["pointerenter", "focusin"]) element.addEventListener(sign, () => clearTimeout(timer));
  for (const sign of ["pointerleave", "focusout"]) element.addEventListener(sign, wait);
  find("[data-act=toast-close]", element)?.addEventListener("click", () => element.remove());
  wait();
}

/** Sentences that the server flashed behave like those of the page. */
export function tendFlashes() {
  for (const element of find("#toasts")?.children ?? []) tend(element, STAYS_MS);
}
