/** An empty composer offers to go on with what was left unfinished, here or on another device. */

import { find, parseOne, role } from "#shared/dom.js";
import { fragment, send } from "#shared/http.js";
import { complain } from "#shared/toasts.js";
import { contentOf, isEmpty } from "#posts/contents.js";

const PASSED = "drafts:passed";

/** Asks once, when the person begins to write. */
export function offerDraft(composer, signal) {
  const { form, text } = composer;
  const place = role(form, "offer");
  if (!place || "draftId" in form.dataset) return;
  const look = async () => {
    if (!isEmpty(contentOf(composer))) return;
    try {
      const { html } = await send("/drafts/newest", { signal, quietly: true });
      const offer = html.trim() && parseOne(html);
      if (!offer || passed().includes(offer.dataset.draftId) || !isEmpty(contentOf(composer))) return;
      place.replaceChildren(offer);
      place.hidden = false;
    } catch {
      // Nothing is offered then.
    }
  };
  text.addEventListener("focus", look, { once: true, signal });
  if (document.activeElement === text) look();
  form.addEventListener("input", () => (place.hidden = place.hidden || !isEmpty(contentOf(composer))), { signal });
  place.addEventListener("click", ({ target }) => press(target.closest("[data-act]"), place, form), { signal });
}

function press(button, place, form) {
  if (button?.dataset.act === "offer-take") take(button, form);
  if (button?.dataset.act !== "offer-pass") return;
  pass(find("[data-draft-id]", place).dataset.draftId);
  place.hidden = true;
  role(form, "text").focus();
}

/** The composer gives way to one that the server has filled. */
async function take(button, form) {
  button.disabled = true;
  try {
    const fresh = find("form", await fragment(button.dataset.url));
    fresh.id = form.id;
    delete fresh.dataset.draftId; // its copy in this browser is the one of this place
    form.replaceWith(fresh);
    const text = role(fresh, "text");
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  } catch (refusal) {
    button.disabled = false;
    complain(refusal, () => take(button, form));
  }
}

function passed() {
  try {
    return JSON.parse(localStorage.getItem(PASSED) ?? "[]");
  } catch {
    return [];
  }
}

function pass(id) {
  try {
    localStorage.setItem(PASSED, JSON.stringify([id, ...passed()].slice(0, 50)));
  } catch {
    // It is offered again then.
  }
}
