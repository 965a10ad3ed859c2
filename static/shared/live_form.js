/** data-behaviour="live-form": a field says what is wrong with it, in the page's language, until it is mended. */

import { role } from "#shared/dom.js";
import { word } from "#shared/words.js";

export default function connect(form, signal) {
  form.noValidate = true; // the browser's own bubbles speak the browser's language
  const fields = () => [...form.elements].filter((input) => input.willValidate && input.closest(".field"));
  // A sentence that appears while a button is being pressed would push the button away from under the finger.
  let isPressing = false;
  form.addEventListener("pointerdown", ({ target }) => (isPressing = !!target.closest("button")), { signal });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isPressing = false), { signal });
  const left = ({ target }) => !isPressing && target.value && target.validity && say(target);
  form.addEventListener("focusout", left, { signal });
  form.addEventListener("input", ({ target }) => target.validity && unsay(target), { signal });
  form.addEventListener(
    "submit",
    (event) => {
      const wrong = fields().filter((input) => !say(input));
      if (!wrong.length) return;
      event.preventDefault();
      wrong[0].focus();
    },
    { signal },
  );
}

/** Shows what is wrong with a field; true when nothing is. */
function say(input) {
  const place = role(input.closest(".field") ?? input, "field-error");
  const isRight = input.validity.valid;
  if (place) {
    const sentence = isRight ? "" : sentenceFor(input);
    (role(place, "message") ?? place).textContent = sentence;
    place.hidden = isRight;
    input.setAttribute("aria-invalid", String(!isRight));
  }
  return isRight;
}

function unsay(input) {
  const place = role(input.closest(".field") ?? input, "field-error");
  if (place && !place.hidden) say(input);
}

function sentenceFor(input) {
  const { valueMissing, tooShort, typeMismatch } = input.validity;
  if (valueMissing) return word("field_missing");
  if (tooShort) return word("field_short", { n: input.minLength });
  return word(typeMismatch && input.type === "email" ? "field_email" : "field_wrong");
}
