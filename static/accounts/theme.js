/** data-behaviour="theme-switch": light, dark or like the device, at once and without a reload. */

import { findAll } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain } from "#shared/toasts.js";

export default function connect(form, signal) {
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      const before = document.documentElement.dataset.theme;
      change(form, event.submitter?.value ?? "auto", before);
    },
    { signal },
  );
}

async function change(form, theme, before) {
  const body = new FormData(form);
  body.set("theme", theme);
  wear(theme);
  try {
    await send(form.getAttribute("action"), { method: "POST", body });
  } catch (refusal) {
    wear(before);
    complain(refusal, () => change(form, theme, before));
  }
}

function wear(theme) {
  document.documentElement.dataset.theme = theme;
  for (const button of findAll('[data-behaviour~="theme-switch"] button[name="theme"]')) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}
