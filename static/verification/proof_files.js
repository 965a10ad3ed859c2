/** data-behaviour="proof-files": the chosen files are listed before they are sent, and can be left out one by one. */

import { copyOf, find, role } from "#shared/dom.js";

const KINDS = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
const MB = 1024 * 1024;

export default function connect(field, signal) {
  const input = find("input[type=file]", field);
  const state = { field, input, list: role(field, "files"), chosen: [], most: Number(field.dataset.most), had: Number(field.dataset.had || 0) };
  const on = (target, event, act) => target.addEventListener(event, act, { signal });
  on(input, "change", () => take(state, [...input.files]));
  on(field, "dragover", (event) => event.preventDefault());
  on(field, "drop", (event) => {
    event.preventDefault();
    take(state, [...event.dataTransfer.files]);
  });
  on(state.list, "click", ({ target }) => {
    const item = target.closest('[data-act="leave-out"]')?.closest("li");
    if (item) leaveOut(state, [...state.list.children].indexOf(item));
  });
}

/** What is chosen later is added to what was chosen before. */
function take(state, files) {
  const fit = files.filter((file) => KINDS.includes(file.type) && file.size && file.size <= state.field.dataset.bytes);
  const isNew = ({ name, size }) => !state.chosen.some((one) => one.name === name && one.size === size);
  const all = [...state.chosen, ...fit.filter(isNew)];
  const room = state.most - state.had;
  const { notTaken, tooMany } = state.field.dataset;
  complain(state, fit.length < files.length ? notTaken : all.length > room ? tooMany : "");
  state.chosen = all.slice(0, room);
  show(state);
}

function leaveOut(state, place) {
  state.chosen.splice(place, 1);
  complain(state, "");
  show(state);
  (state.list.querySelectorAll("button")[place] ?? state.input).focus();
}

function show({ input, list, chosen, field }) {
  const carrier = new DataTransfer();
  for (const file of chosen) carrier.items.add(file);
  input.files = carrier.files;
  list.replaceChildren(...chosen.map((file) => rowOf(file, field)));
  list.hidden = !chosen.length;
}

function rowOf({ name, size }, field) {
  const row = copyOf(find("template", field));
  role(row, "name").textContent = name;
  role(row, "size").textContent = size >= MB ? `${(size / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} KB`;
  find("button", row).setAttribute("aria-label", field.dataset.leaveOut.replace("{name}", name));
  return row;
}

function complain({ field }, sentence) {
  const place = role(field, "field-error");
  role(place, "message").textContent = sentence;
  place.hidden = !sentence;
}
