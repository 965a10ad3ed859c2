/** data-behaviour="live-form": a field says what is wrong with it when it is left, and stops saying so when mended. */

import { role } from "#shared/dom.js";

export default function connect(form, signal) {
  const look = (input, isLeft) => {
    const place = input.closest(".field") && role(input.closest(".field"), "field-error");
    if (!place || (!isLeft && place.hidden) || (isLeft && !input.value)) return;
    const wrong = !input.validity.valid;
    const sentence = wrong ? messageOf(input) : "";
    (role(place, "message") ?? place).textContent = sentence;
    place.hidden = !sentence;
    input.setAttribute("aria-invalid", String(wrong));
  };
  form.addEventListener("focusout", ({ target }) => target.validity && look(target, true), { signal });
  form.addEventListener("input", ({ target }) => target.validity && look(target, false), { signal });
}

/** The template's own words, `data-message-pattern-mismatch` and the like; else those of the browser. */
function messageOf(input) {
  for (const kind in input.validity) {
    const own = input.validity[kind] && input.dataset[`message${kind[0].toUpperCase()}${kind.slice(1)}`];
    if (own) return own;
  }
  return input.dataset.message ?? input.validationMessage;
}
