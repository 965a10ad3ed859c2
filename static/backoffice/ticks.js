/**
 * data-behaviour="ticks": a list in which many are chosen and dealt with at once.
 *
 * `[data-role=all]` chooses all of the page, `[data-role=count]` says how many are chosen (`data-words`: "{n} selected"),
 * `[data-role=bar]` is seen only when some are. With Shift a whole stretch is chosen. A button with `data-confirm` asks.
 */

import { confirmed } from "#shared/dialogs.js";
import { findAll, role } from "#shared/dom.js";

const BOXES = "input[type=checkbox][name]";

export default function connect(form, signal) {
  let last = null;
  form.addEventListener("change", ({ target }) => {
    if (target === role(form, "all")) for (const box of boxes(form)) box.checked = target.checked;
    show(form);
  }, { signal });
  form.addEventListener("click", (event) => {
    const box = event.target.closest?.(BOXES);
    if (!box) return;
    if (event.shiftKey && last) stretch(form, last, box);
    last = box;
  }, { signal });
  form.addEventListener("submit", (event) => ask(form, event), { signal });
  window.addEventListener("pageshow", () => show(form), { signal });
  show(form);
}

const boxes = (form) => findAll(BOXES, form).filter((box) => !box.disabled);

function stretch(form, from, to) {
  const all = boxes(form);
  const [first, last] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  if (first >= 0) for (const box of all.slice(first, last + 1)) box.checked = to.checked;
  show(form);
}

function show(form) {
  const all = boxes(form);
  const chosen = all.filter((box) => box.checked).length;
  const [bar, count, every] = ["bar", "count", "all"].map((name) => role(form, name));
  if (bar) bar.dataset.chosen = String(chosen);
  if (count) count.textContent = chosen ? count.dataset.words.replace("{n}", chosen) : "";
  if (every) [every.checked, every.indeterminate] = [chosen > 0 && chosen === all.length, chosen > 0 && chosen < all.length];
}

/** A question first, where the button has one; then the form goes its plain way with that button. */
async function ask(form, event) {
  const { submitter } = event;
  if (!submitter?.dataset.confirm || form.dataset.sure) return;
  event.preventDefault();
  if (!(await confirmed(submitter.dataset.confirm))) return;
  form.dataset.sure = "yes";
  form.requestSubmit(submitter);
  delete form.dataset.sure;
}
