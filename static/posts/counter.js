/** The counter of a composer: hidden until 90 %, then what is left, then what is too much. */

import { role } from "#shared/dom.js";
import { word } from "#shared/words.js";
import { weight } from "#posts/counting.js";

const SHOWS_FROM = 0.9;

/** Keeps counter and button right; answers `{isSendable}`. */
export function watchLength(form, signal) {
  const text = role(form, "text");
  const counter = role(form, "counter");
  const max = Number(form.dataset.max);

  const look = () => {
    const left = max - weight(text.value);
    counter.hidden = left > max * (1 - SHOWS_FROM);
    counter.toggleAttribute("data-over", left < 0);
    counter.textContent = counter.hidden ? "" : left < 0 ? word("count_over", { n: -left }) : word("count_left", { n: left });
    role(form, "submit").disabled = left < 0 || !hasContent(form);
    text.setAttribute("aria-invalid", String(left < 0));
  };
  form.addEventListener("input", look, { signal });
  form.addEventListener("composer:changed", look, { signal });
  look();
  return { isSendable: () => (look(), !role(form, "submit").disabled) };
}

/** Wordless posts need a picture or a card, wordless comments a picture; wordless reposts are fine. */
function hasContent(form) {
  if (form.dataset.kind === "repost" || "mayBeEmpty" in form.dataset || role(form, "text").value.trim()) return true;
  return Boolean(form.querySelector('[data-role="images"] > *, [data-role="links"] > *, [data-role="video"] > *, [data-role="poll"]:not([hidden])'));
}
