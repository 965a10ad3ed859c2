/** data-behaviour="toggle": like, favourite, want … Shown at once, taken back with a sentence when refused. */

import { confirmed } from "#shared/dialogs.js";
import { find, findAll, quoted, tell } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { countOf, showCount } from "#shared/numbers.js";
import { complain, toast } from "#shared/toasts.js";

const running = new Set();
const POPS = new Set(["like", "comment-like"]);

export default function connect(form, signal) {
  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      if (form.dataset.confirm && !isOn(form) && !(await confirmed(form.dataset.confirm))) return;
      toggle(form);
    },
    { signal },
  );
}

/** Turns it on or off; presses while a request runs settle on the last wish. */
export async function toggle(form) {
  const known = { active: isOn(form), count: shownCount(form) };
  const wish = !known.active;
  showAll(form, wish, known.count + (wish ? 1 : -1));
  if (wish && POPS.has(form.dataset.kind)) pop(form);
  if (running.has(form.dataset.url)) return;
  running.add(form.dataset.url);
  try {
    await settle(form, known);
    tell("toggle:settled", { kind: form.dataset.kind, active: known.active }, form);
  } catch (refusal) {
    showAll(form, known.active, known.count);
    complain(refusal, () => toggle(form));
  } finally {
    running.delete(form.dataset.url);
  }
}

/** Asks the server until it knows what the page shows; `known` is what the server last said. */
async function settle(form, known) {
  while (isOn(form) !== known.active) {
    const wish = isOn(form);
    const answer = await json(form.dataset.url, { method: wish ? "POST" : "DELETE" });
    known.active = answer?.active ?? wish;
    known.count = answer?.count ?? shownCount(form);
    if (isOn(form) === wish) showAll(form, known.active, known.count);
    if (isOn(form) === wish && answer?.message) toast(answer.message); // what nobody would see otherwise
    if (known.active !== wish) return;
  }
}

const isOn = (form) => find("button", form).getAttribute("aria-pressed") === "true";

function shownCount(form) {
  const number = find("[data-count]", form);
  return number ? countOf(number) : 0;
}

/** Every button of the same act on the page follows. */
function showAll(form, active, count) {
  const twins = findAll(`form[data-behaviour~="toggle"][data-url="${quoted(form.dataset.url)}"]`);
  for (const twin of twins.includes(form) ? twins : [...twins, form]) {
    find("button", twin).setAttribute("aria-pressed", String(active));
    const number = find("[data-count]", twin);
    if (number) showCount(number, count);
  }
}

function pop(form) {
  const button = find("button", form);
  button.dataset.pop = "";
  button.addEventListener("animationend", () => delete button.dataset.pop, { once: true });
}
