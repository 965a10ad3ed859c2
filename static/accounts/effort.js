/** data-behaviour="effort": while somebody fills in a form, a worker beside the page finds the number it asks for. */

import { role } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { firstMatch } from "#accounts/effort_worker.js";

const FRESH_MS = 8 * 60_000; // the server forgets after ten minutes
const RETRY_MS = 4_000;
const SLICE = 1_500;

export default function connect(form, signal) {
  const work = { isDone: false, isAwaited: false, worker: null, timer: 0 };
  form.addEventListener(
    "submit",
    (event) => {
      if (event.defaultPrevented || work.isDone || !form.checkValidity()) return;
      event.preventDefault();
      wait(form, work, true);
    },
    { signal },
  );
  signal.addEventListener("abort", () => stop(work));
  begin(form, work, signal);
}

async function begin(form, work, signal) {
  stop(work);
  work.isDone = false;
  try {
    const effort = await json(form.dataset.effort, { signal });
    const answer = effort.size ? await solve(effort, work, signal) : 0;
    if (signal.aborted) return;
    form.elements.effort.value = effort.token ?? "";
    form.elements.answer.value = String(answer);
    work.isDone = true;
    work.timer = setTimeout(() => begin(form, work, signal), FRESH_MS);
    if (work.isAwaited) {
      wait(form, work, false);
      form.requestSubmit();
    }
  } catch {
    if (!signal.aborted) work.timer = setTimeout(() => begin(form, work, signal), RETRY_MS);
  }
}

/** The person was quicker than the machine: her click counts, and goes on as soon as the number is found. */
function wait(form, work, isOn) {
  work.isAwaited = isOn;
  role(form, "working").hidden = !isOn;
  form.querySelector("button[type=submit]").setAttribute("aria-busy", String(isOn));
}

function stop(work) {
  clearTimeout(work.timer);
  work.worker?.terminate();
  work.worker = null;
}

async function solve(effort, work, signal) {
  try {
    return await besides(effort, work);
  } catch {
    return between(effort, signal);
  }
}

/** In a worker: the page stays as quick as ever. */
function besides(effort, work) {
  return new Promise((found, failed) => {
    work.worker = new Worker(import.meta.resolve("#accounts/effort_worker.js"), { type: "module" });
    work.worker.onmessage = ({ data }) => (data < 0 ? failed(new Error("no number fits")) : found(data));
    work.worker.onerror = failed;
    work.worker.postMessage(effort);
  });
}

/** Without workers: in slices short enough that no key press waits for them. */
async function between({ salt, digest, size }, signal) {
  for (let from = 0; from < size && !signal.aborted; from += SLICE) {
    const number = firstMatch(salt, digest, from, Math.min(size, from + SLICE));
    if (number >= 0) return number;
    await new Promise((next) => setTimeout(next));
  }
  throw new Error("no number fits");
}
