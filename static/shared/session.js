/** The session behind the page: its CSRF token, and what happens when it has ended while someone was writing. */

import { open } from "#shared/dialogs.js";
import { find, findAll, role, tell } from "#shared/dom.js";

let renewal = null;

/** The id of the account that this page was rendered for; "" when logged out. */
export const accountId = () => document.body.dataset.accountId ?? "";

/** The token that unsafe requests carry. */
export const csrfToken = () => find('meta[name="csrf-token"]')?.content ?? "";

/** Takes over the token of a freshly rendered page; answers the account id that page is for. */
export async function renewToken() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const token = find('meta[name="csrf-token"]', page)?.content;
  if (token) {
    find('meta[name="csrf-token"]').content = token;
    for (const field of findAll('input[name="csrf_token"]')) field.value = token;
  }
  return page.body.dataset.accountId ?? "";
}

/** Asks to log in (again, in a new tab, so that nothing typed is lost); throws `refusal` when that does not happen. */
export function renewSession(refusal) {
  renewal ??= askLogin(refusal).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function askLogin(refusal) {
  const dialog = find("#join-dialog");
  const hasEnded = Boolean(accountId());
  const expired = dialog && role(dialog, "expired");
  refusal.isSaid = Boolean(dialog) && !hasEnded;
  if (!dialog) throw refusal;
  if (expired) expired.hidden = !hasEnded;
  for (const link of findAll("a[href]", dialog)) {
    const back = new URLSearchParams({ next: location.pathname + location.search });
    link.href = `${link.pathname}?${back}`;
    link.target = hasEnded ? "_blank" : "";
  }
  open(dialog);
  const isBack = await new Promise((answer) => waitForReturn(dialog, hasEnded, answer));
  if (!isBack) throw refusal;
  tell("session:renewed");
}

/** Whenever the person comes back to this tab, looks whether the same account is logged in again. */
function waitForReturn(dialog, hasEnded, answer) {
  const life = new AbortController();
  const finish = (isBack) => {
    life.abort();
    if (dialog.open) dialog.close();
    answer(isBack);
  };
  const look = async () => {
    if (document.hidden) return;
    const now = await renewToken().catch(() => "");
    if (life.signal.aborted || !now) return;
    if (now === accountId()) finish(true);
    else location.reload();
  };
  dialog.addEventListener("close", () => finish(false), { signal: life.signal });
  if (!hasEnded) return;
  addEventListener("focus", look, { signal: life.signal });
  document.addEventListener("visibilitychange", look, { signal: life.signal });
  find("[data-act=continue]", dialog)?.addEventListener("click", look, { signal: life.signal });
}
