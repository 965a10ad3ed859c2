/** Reposting: with words in a dialog, or at once (快转) from the menu or by a long press. */

import { open } from "#shared/dialogs.js";
import { find, newKey, role, tell } from "#shared/dom.js";
import { isHeld } from "#shared/held.js";
import { fragment, send } from "#shared/http.js";
import { complain } from "#shared/toasts.js";

const LONG_PRESS_MS = 550;
let isOpening = false;

/** Fetches the dialog for a post and opens it with the caret before everything prefilled. */
export async function openRepost(url, opener) {
  if (isOpening) return;
  isOpening = true;
  opener?.setAttribute("aria-busy", "true");
  try {
    const dialog = find("dialog", await fragment(url));
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    open(dialog);
    role(dialog, "text").focus();
    role(dialog, "text").setSelectionRange(0, 0);
  } catch (refusal) {
    complain(refusal, () => openRepost(url, opener));
  } finally {
    isOpening = false;
    opener?.removeAttribute("aria-busy");
  }
}

/** Passes a post on without words; `key` stays the same when it is tried again. */
export async function quickRepost(form, key = newKey()) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const body = new FormData(form);
  body.set("quick", "1");
  body.set("client_key", key);
  try {
    const { html, data } = await send(form.dataset.url, { method: "POST", body });
    if (isHeld({ data })) return;
    tell("composer:done", { html, kind: "repost" }, form);
  } catch (refusal) {
    complain(refusal, () => quickRepost(form, key));
  } finally {
    form.ariaBusy = null;
  }
}

/** A long press on 转发 is a 快转; the click that follows it is not a second wish. */
export function bindLongPress(article, signal) {
  const link = find("[data-act=repost]", article);
  const form = find("form[data-act=quick-repost]", article);
  if (!link || !form) return;
  let timer = 0;
  let isLong = false;
  const end = () => clearTimeout(timer);
  const start = ({ button }) => {
    end();
    isLong = false;
    if (button) return;
    timer = setTimeout(() => {
      isLong = true;
      navigator.vibrate?.(10);
      quickRepost(form);
    }, LONG_PRESS_MS);
  };
  const swallow = (event) => {
    if (!isLong) return;
    isLong = event.type !== "click";
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  link.addEventListener("pointerdown", start, { signal });
  for (const sign of ["pointerup", "pointercancel", "pointerleave", "dragstart"]) link.addEventListener(sign, end, { signal });
  link.addEventListener("click", swallow, { signal });
  link.addEventListener("contextmenu", swallow, { signal });
  signal.addEventListener("abort", end);
}
