/** What someone is writing, kept in this browser until it is published: a reload or a failure loses nothing. */

import { debounced, find } from "#shared/dom.js";
import { accountId } from "#shared/session.js";

const KEEPS_MS = 14 * 24 * 3600 * 1000;
const AUTOSAVE_MS = 400;
const keyOf = (form) => `draft:${accountId()}:${form.dataset.kind}:${form.getAttribute("action")}`;

/** Saves shortly after each change, and when the page goes. */
export function keepDraft(composer, signal) {
  const later = debounced(() => save(composer), AUTOSAVE_MS);
  composer.form.addEventListener("input", later, { signal });
  composer.form.addEventListener("composer:changed", later, { signal });
  addEventListener("pagehide", () => save(composer), { signal });
  signal.addEventListener("abort", later.cancel);
}

/** Saves now; a composer with nothing in it has no draft. */
export function save({ form, text, images, links, sent }) {
  const content = { text: text.value, images: images?.listed() ?? [], links: links?.listed() ?? [] };
  if (!content.text.trim() && !content.images.length && !content.links.length) return forget(form);
  const audience = find("[name=audience]", form)?.value;
  return write(keyOf(form), { ...content, audience, key: find("input[name=client_key]", form).value, sent });
}

/** What the server sent along (after a refused plain form) wins over the draft. */
export function restore(composer) {
  const { form, text, images, links } = composer;
  const draft = read(keyOf(form));
  if (!draft || text.value.trim() || images?.listed().length) return;
  text.value = draft.text;
  composer.sent = draft.sent ?? "";
  if (draft.key) find("input[name=client_key]", form).value = draft.key;
  if (draft.audience && find("[name=audience]", form)) find("[name=audience]", form).value = draft.audience;
  images?.restore(draft.images ?? []);
  links?.restore(draft.links ?? []);
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** What was written has been published. */
export const forget = (form) => write(keyOf(form), null);

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null");
    return draft && Date.now() - draft.at < KEEPS_MS ? draft : null;
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
