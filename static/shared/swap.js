/** data-behaviour="follow" or "swap": a small form whose answer takes its place. */

import { confirmed } from "#shared/dialogs.js";
import { findAll, parse, quoted, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain, toast } from "#shared/toasts.js";

export default function connect(form, signal) {
  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      if (form.dataset.confirm && !(await confirmed(form.dataset.confirm))) return;
      submit(form);
    },
    { signal },
  );
}

async function submit(form) {
  const { url, method, body } = requestOf(form);
  form.ariaBusy = "true";
  form.classList.add("is-busy");
  try {
    const { html } = await send(url, { method, body });
    place(form, html);
    if (form.dataset.done) toast(form.dataset.done);
    tell("relations:changed");
  } catch (refusal) {
    complain(refusal, () => submit(form));
  } finally {
    form.ariaBusy = null;
    form.classList.remove("is-busy");
  }
}

/** The real method of a form that spells it `?_method=DELETE` or in a field. */
export function requestOf(form, submitter = null) {
  const action = submitter?.getAttribute("formaction") || form.getAttribute("action");
  const url = new URL(action || location.href, location.href);
  const body = new FormData(form);
  const method = (url.searchParams.get("_method") ?? body.get("_method") ?? form.method).toUpperCase();
  url.searchParams.delete("_method");
  body.delete("_method");
  return { url: url.pathname + url.search, method, body };
}

/** All follow buttons of one account change together; an empty answer takes the row away. */
function place(form, html) {
  const account = form.dataset.behaviour === "follow" && form.closest(".follow")?.dataset.accountId;
  const old = account ? form.closest(".follow") : (form.closest("[data-swap]") ?? form);
  const twins = account ? findAll(`.follow[data-account-id="${quoted(account)}"]`) : [old];
  const hadFocus = old.contains(document.activeElement);
  for (const twin of twins) {
    const fresh = parse(html);
    const heir = fresh.querySelector("button, summary");
    twin.replaceWith(fresh);
    if (twin === old && hadFocus) heir?.focus();
  }
}
