/** data-behaviour="share-message": 转发到私信 in a dialog: find somebody, add a word, send once. */

import { open } from "#shared/dialogs.js";
import { debounced, find, quoted, role } from "#shared/dom.js";
import { isHeld } from "#shared/held.js";
import { fragment, json } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

const PAUSE_MS = 180;
let isOpening = false;

export default function connect(link, signal) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href);
  }, { signal });
}

async function show(url) {
  if (isOpening) return;
  isOpening = true;
  try {
    const dialog = find("dialog", await fragment(url));
    const life = new AbortController();
    document.body.append(dialog);
    dialog.addEventListener("close", () => (life.abort(), dialog.remove()));
    bind(dialog, role(dialog, "share"), life.signal);
    open(dialog);
    role(dialog, "query").focus();
  } catch (refusal) {
    complain(refusal, () => show(url));
  } finally {
    isOpening = false;
  }
}

function bind(dialog, form, signal) {
  const query = role(form, "query");
  query.addEventListener("input", debounced(() => search(form, query, signal), PAUSE_MS), { signal });
  query.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault(), { signal });
  form.addEventListener("submit", (event) => (event.preventDefault(), submit(dialog, form)), { signal });
}

async function search(form, query, signal) {
  const words = query.value;
  try {
    const found = await fragment(`${query.dataset.url}?${new URLSearchParams({ q: words.trim() })}`, { signal });
    if (words === query.value) offer(role(form, "people"), found);
  } catch (refusal) {
    if (!signal.aborted) complain(refusal, () => search(form, query, signal));
  }
}

/** Whoever is chosen stays chosen, found again or not. */
function offer(list, found) {
  const chosen = find("input:checked", list);
  list.replaceChildren(found);
  const heir = chosen && find(`input[value="${quoted(chosen.value)}"]`, list);
  if (heir) heir.checked = true;
  else if (chosen) list.prepend(chosen.closest("li"));
}

async function submit(dialog, form) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const place = role(form, "error");
  place.hidden = true;
  try {
    const answer = await json(form.getAttribute("action"), { method: "POST", body: new FormData(form) });
    dialog.close();
    if (!isHeld(answer)) toast(word("message_sent"), { act: () => location.assign(answer.url), label: word("look") });
  } catch (refusal) {
    if (refusal.isSaid) return;
    role(place, "message").textContent = refusal.name === "Refusal" ? refusal.message : word("failed_page");
    place.hidden = false;
  } finally {
    form.ariaBusy = null;
  }
}
