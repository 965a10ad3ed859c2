/** Sending what a composer holds, once, and saying plainly when it did not work. */

import { find, newKey, role, tell } from "#shared/dom.js";
import { isHeld, pointAt } from "#shared/held.js";
import { send } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { beginAnew, dropDraft, flush } from "#posts/autosave.js";
import { contentOf, empty, isEmpty } from "#posts/contents.js";
import { forget, save } from "#posts/drafts.js";

const PATIENCE_MS = 30_000;

/** Publishes; on failure everything typed stays, with a sentence and 「重试」. */
export async function submit(composer) {
  const { form } = composer;
  if (composer.isSending || !composer.length.isSendable()) return;
  busy(composer, true);
  complainIn(form, "");
  let refused = null;
  try {
    await settled(composer);
    keyFor(composer);
    const body = new FormData(form);
    const { html, data } = await send(form.getAttribute("action"), { method: "POST", body, patience: PATIENCE_MS });
    if (composer.formerKey) dropDraft(composer.formerKey);
    reset(composer);
    tell("composer:done", isHeld({ data }) ? { html: "", kind: "held" } : { html, data, kind: form.dataset.kind }, form);
  } catch (refusal) {
    if (refusal.name === "Refusal" && !refusal.isPassing) composer.sent = ""; // certainly not out: the key may stay
    complainIn(form, refusal.isSaid ? "" : sentenceOf(refusal), refusal.isPassing ?? false);
    refused = refusal;
    save(composer);
  } finally {
    busy(composer, false);
    tell("composer:changed", {}, form); // what is left goes to the drafts
    if (refused) pointAt(refused, composer.text);
  }
}

/** Puts what is written into the drafts, and begins anew. */
export async function setAside(composer) {
  const { form } = composer;
  if (composer.isSending || isEmpty(contentOf(composer))) return;
  busy(composer, true);
  try {
    await settled(composer);
    if (!(await flush(composer))) return complain({ name: "Refusal", message: word("failed_network"), isPassing: true }, () => setAside(composer));
    reset(composer);
    tell("composer:done", { html: "", kind: "draft" }, form);
    toast(word("draft_kept"), { act: () => location.assign("/drafts"), label: word("look") });
  } catch (refusal) {
    complainIn(form, sentenceOf(refusal));
  } finally {
    busy(composer, false);
  }
}

/** What is still on its way arrives first. */
const settled = ({ parts }) => Promise.all(Object.values(parts).map((part) => part?.settled?.()));

/** The same content sent again carries the same key, so that a lost answer never makes a second post. */
function keyFor(composer) {
  const field = find("input[name=client_key]", composer.form);
  const content = JSON.stringify([...new FormData(composer.form)].filter(([name]) => !["client_key", "csrf_token"].includes(name)));
  if (content !== composer.sent && composer.sent) {
    composer.formerKey = composer.form.dataset.kind === "post" && field.value;
    field.value = newKey();
  }
  field.value ||= newKey();
  composer.sent = content;
  save(composer);
}

function reset(composer) {
  const { form } = composer;
  empty(composer);
  composer.sent = composer.formerKey = "";
  find("input[name=client_key]", form).value = newKey();
  beginAnew(composer);
  forget(form);
}

function busy(composer, is) {
  composer.isSending = is;
  composer.text.readOnly = is;
  composer.form.classList.toggle("is-busy", is);
  role(composer.form, "submit").setAttribute("aria-busy", String(is));
}

/** One sentence under the text, with 「重试」 where trying again may help. */
export function complainIn(form, sentence, mayRetry = false) {
  const place = role(form, "error");
  const retry = find("[data-act=retry]", place);
  role(place, "message").textContent = sentence;
  place.hidden = !sentence;
  if (retry) retry.hidden = !(sentence && mayRetry);
}

function sentenceOf(refusal) {
  if (refusal.name === "Refusal") return refusal.message;
  console.error(refusal);
  return word("failed_page");
}
