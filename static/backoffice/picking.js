/** data-behaviour="picking": rows with ticks; shift takes the range, j/k walk, x ticks, Enter opens; a bar says how many. */

import { find, findAll, isTyping, role } from "#shared/dom.js";

export default function connect(form, signal) {
  const ticks = () => findAll(".tick input[name]", form);
  const rows = () => findAll('[data-role="row"]', form);
  const all = role(form, "all");
  const go = role(form, "go");
  const count = role(form, "count");
  let last = null;

  const show = () => {
    const chosen = ticks().filter((tick) => tick.checked).length;
    if (go) go.disabled = chosen === 0;
    if (count) count.textContent = count.dataset.words.replace("{n}", chosen);
    if (all) {
      all.checked = chosen > 0 && chosen === ticks().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
  };
  form.addEventListener(
    "click",
    (event) => {
      const tick = event.target.closest?.(".tick input[name]");
      if (!tick) return;
      if (event.shiftKey && last) range(ticks(), last, tick);
      last = tick;
      show();
    },
    { signal },
  );
  all?.addEventListener("change", () => (ticks().forEach((tick) => (tick.checked = all.checked)), show()), { signal });
  form.addEventListener("change", show, { signal });
  document.addEventListener("keydown", (event) => press(event, rows(), show), { signal });
  show();
}

function range(ticks, from, to) {
  const [low, high] = [ticks.indexOf(from), ticks.indexOf(to)].sort((a, b) => a - b);
  for (const tick of ticks.slice(low, high + 1)) tick.checked = to.checked;
}

/** The keys of a list; never while somebody types or a dialog is open. */
function press(event, rows, show) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
  if (find("dialog[open]")) return;
  const at = rows.findIndex((row) => row.classList.contains("is-current"));
  if (event.key === "j" || event.key === "k") step(rows, at, event.key === "j" ? 1 : -1);
  else if (at >= 0 && event.key === "x") tick(rows[at], show);
  else if (at >= 0 && (event.key === "o" || (event.key === "Enter" && event.target === document.body))) find("a.person-cell", rows[at])?.click();
  else return;
  event.preventDefault();
}

function step(rows, at, by) {
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (!next) return;
  rows[at]?.classList.remove("is-current");
  next.classList.add("is-current");
  next.scrollIntoView({ block: "nearest" });
}

function tick(row, show) {
  const box = find(".tick input", row);
  if (!box) return;
  box.checked = !box.checked;
  show();
}
