/** data-behaviour="trial": what the form asks is asked again while one types, and `[data-role=answer]` shows it. */

import { role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";

const PAUSE_MS = 220;

export default function connect(form, signal) {
  let timer = 0;
  let asked = 0;
  const ask = async () => {
    const turn = ++asked;
    form.ariaBusy = "true";
    try {
      const fresh = await fragment(form.getAttribute("action"), { method: "POST", body: new FormData(form), signal });
      if (turn === asked) role(form, "answer").replaceWith(fresh);
    } catch (refusal) {
      if (turn === asked && !signal.aborted) complain(refusal, ask);
    } finally {
      if (turn === asked) form.ariaBusy = null;
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  form.addEventListener("input", soon, { signal });
  form.addEventListener("submit", (event) => (event.preventDefault(), ask()), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
