/** Sending what a composer holds, once, and saying plainly when it did not work. */

import { find, newKey, role, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { word } from "#shared/words.js";
import { forget, save } from "#posts/drafts.js";

const PATIENCE_MS = 30_000;

/** Publishes; on failure everything typed stays, with a sentence and 「重试」. */
export async function submit(composer) {
  const { form, images, links } = composer;
  if (composer.isSending || !composer.length.isSendable()) return;
  busy(composer, true);
  complainIn(form, "");
  try {
    await Promise.all([images?.settled(), links?.settled()]);
    keyFor(composer);
    const { html } = await send(form.getAttribute("action"), { method: "POST", body: new FormData(form), patience: PATIENCE_MS });
    reset(composer);
    tell("composer:done", { html, kind: form.dataset.kind }, form);
  } catch (refusal) {
    complainIn(form, refusal.isSaid ? "" : sentenceOf(refusal), refusal.isPassing ?? false);
    save(composer);
  } finally {
    busy(composer, false);
  }
}

/** The same content sent again carries the same key, so that a lost answer never makes a second post. */
function keyFor(composer) {
  const field = find("input[name=client_key]", composer.form);
  const content = JSON.stringify([...new FormData(composer.form)].filter(([name]) => !["client_key", "csrf_token"].includes(name)));
  if (content !== composer.sent && composer.sent) field.value = newKey();
  field.value ||= newKey();
  composer.sent = content;
  save(composer);
}

function reset(composer) {
  const { form, text, images, links } = composer;
  text.value = "";
  images?.clear();
  links?.clear();
  composer.sent = "";
  find("input[name=client_key]", form).value = newKey();
  for (const tick of form.querySelectorAll("input[type=checkbox]")) tick.checked = tick.defaultChecked;
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
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
