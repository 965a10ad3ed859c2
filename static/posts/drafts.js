/** First aid: what someone is writing, kept in this browser until it is out; a reload or a failure loses nothing. */

import { debounced, find } from "#shared/dom.js";
import { accountId } from "#shared/session.js";
import { contentOf, fill, isEmpty } from "#posts/contents.js";

const KEEPS_MS = 14 * 24 * 3600 * 1000;
const AUTOSAVE_MS = 400;
const mine = () => `draft:${accountId()}:`;
const keyOf = (form) => `${mine()}${form.dataset.kind}:${form.dataset.draftId ?? form.getAttribute("action")}`;
let isLeaving = false;

/** Saves shortly after each change, and when the page goes. */
export function keepDraft(composer, signal) {
  const later = debounced(() => save(composer), AUTOSAVE_MS);
  composer.form.addEventListener("input", later, { signal });
  composer.form.addEventListener("composer:changed", later, { signal });
  addEventListener("pagehide", () => save(composer), { signal });
  signal.addEventListener("abort", later.cancel);
}

/** Saves now; a composer with nothing in it has no draft. */
export function save(composer) {
  if (isLeaving) return false;
  const content = contentOf(composer);
  if (isEmpty(content)) return forget(composer.form);
  const { sent, isUnsaved } = composer;
  return write(keyOf(composer.form), { ...content, key: find("input[name=client_key]", composer.form).value, sent, isUnsaved });
}

/** What the server sent along wins, unless this browser knows of words that never reached it. Answers what it did. */
export function restore(composer) {
  const { form } = composer;
  const copy = read(keyOf(form));
  const isNewer = copy?.isUnsaved && copy.at > Number(form.dataset.updatedAt);
  if (!copy || (!isEmpty(contentOf(composer)) && !isNewer)) return false;
  composer.sent = copy.sent ?? "";
  composer.isUnsaved = copy.isUnsaved ?? true;
  if (copy.key) find("input[name=client_key]", form).value = copy.key;
  for (const part of Object.values(composer.parts)) part?.clear();
  fill(composer, copy);
  return true;
}

/** What was written is out, or in the drafts. */
export const forget = (form) => write(keyOf(form), null);

/** Whoever logs out leaves no words behind in the browser. */
export function forgetAll() {
  isLeaving = true;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(mine())) localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing was stored.
  }
}

function read(key) {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? "null");
    return copy && Date.now() - copy.at < KEEPS_MS ? copy : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; writing must go on all the same. */
function write(key, content) {
  try {
    if (content) localStorage.setItem(key, JSON.stringify({ ...content, at: Date.now() }));
    else localStorage.removeItem(key);
  } catch {
    return false;
  }
  return true;
}
