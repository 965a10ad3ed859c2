/** Drafts on the server: every two seconds while something changes, so that any other device can go on with them. */

import { find, newKey, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { word } from "#shared/words.js";
import { contentOf, isEmpty } from "#posts/contents.js";
import { save } from "#posts/drafts.js";

const EVERY_MS = 2000;
const AGAIN_MS = 10_000;
const ENDPOINT = "/drafts";
const live = new Set();

/** Watches a composer for posts; what waits for its time, or is out already, is saved by its author's hand alone. */
export function autosave(composer, signal) {
  const { form } = composer;
  if ("scheduled" in form.dataset || "edits" in form.dataset) {
    form.addEventListener("input", () => (composer.isUnsaved = true), { signal });
    return;
  }
  if (form.dataset.kind !== "post") return;
  let timer = 0;
  const later = (delay = EVERY_MS) => {
    timer ||= setTimeout(async () => {
      timer = 0;
      if (signal.aborted || composer.isSending) return;
      if (!(await flush(composer))) later(AGAIN_MS);
    }, delay);
  };
  const changed = () => {
    if (composer.isSending || serialised(composer) === composer.saved) return;
    composer.isUnsaved = true;
    say(composer, "");
    later();
  };
  composer.saved = composer.isUnsaved ? "" : serialised(composer);
  composer.isOnServer = !isEmpty(contentOf(composer));
  live.add(composer);
  form.addEventListener("input", changed, { signal });
  form.addEventListener("change", changed, { signal });
  form.addEventListener("composer:changed", changed, { signal });
  addEventListener("pagehide", () => composer.isUnsaved && !composer.isSending && flush(composer, { keepalive: true }), { signal });
  signal.addEventListener("abort", () => (clearTimeout(timer), live.delete(composer)));
  if (composer.isUnsaved) later();
}

/** Saves now what is not saved yet; false when that did not work. */
export async function flush(composer, { keepalive = false } = {}) {
  const now = serialised(composer);
  if (now === composer.saved) return true;
  const wasNothing = !composer.isOnServer && isEmpty(contentOf(composer));
  try {
    const id = wasNothing ? null : await keep(composer, keepalive);
    composer.saved = now;
    composer.isOnServer = Boolean(id);
    composer.isUnsaved = serialised(composer) !== now;
    say(composer, id && !composer.isUnsaved ? word("draft_saved") : "");
    save(composer);
    return true;
  } catch {
    return false; // the copy in this browser is there; the next change tries again
  }
}

/** Before someone leaves: everything that is being written on this page. */
export const flushAll = async () => (await Promise.all([...live].map((composer) => flush(composer)))).every(Boolean);

/** The composer in `root`; answers whether there was anything to keep. */
export async function flushIn(root) {
  const composer = [...live].find(({ form }) => root.contains(form));
  return Boolean(composer) && (await flush(composer)) && !isEmpty(contentOf(composer));
}

/** What was here is out or put aside: the composer begins anew. */
export function beginAnew(composer) {
  Object.assign(composer, { saved: serialised(composer), isOnServer: false, isUnsaved: false });
  say(composer, "");
}

/** A draft that another one has taken the place of goes. */
export function dropDraft(key) {
  const body = new FormData();
  body.append("client_key", key);
  send(ENDPOINT, { method: "POST", body, quietly: true, keepalive: true }).catch(() => {});
}

async function keep(composer, keepalive) {
  const post = () => send(ENDPOINT, { method: "POST", body: bodyOf(composer), accept: "application/json", quietly: true, keepalive });
  try {
    return (await post()).data.id;
  } catch (refusal) {
    if (!["already_out", "is_waiting"].includes(refusal.code)) throw refusal;
    // In another window it was published or given a time: what is here goes on as a draft of its own.
    find("input[name=client_key]", composer.form).value = newKey();
    return (await post()).data.id;
  }
}

function bodyOf({ form }) {
  const body = new FormData(form);
  body.delete("publish_at");
  return body;
}

/** What the server would get, to be compared. */
function serialised({ form }) {
  const fields = [...new FormData(form)].filter(([name]) => !["client_key", "csrf_token", "publish_at"].includes(name));
  return JSON.stringify(fields);
}

function say({ form }, sentence) {
  const place = role(form, "saved");
  if (place && place.textContent !== sentence) place.textContent = sentence;
}
