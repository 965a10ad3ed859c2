/** The card of an account, shown where the mouse or the keyboard rests on an avatar, a name or a @mention. */

import { parseOne } from "#shared/dom.js";
import { send } from "#shared/http.js";

const IN_MS = 400;
const OUT_MS = 200;
const KEPT_MS = 60_000;
const GAP = 8;
const NAMES = "a.avatar, a.name, a.rich__mention";

const kept = new Map(); // address -> {html, until}
const state = { link: null, card: null, coming: 0, going: 0 };

/** Starts once for the page; fingers have no place to rest. */
export function watchNames() {
  if (!matchMedia("(hover: hover)").matches) return;
  document.addEventListener("pointerover", ({ target, pointerType }) => pointerType !== "touch" && arrive(target));
  document.addEventListener("pointerout", ({ relatedTarget }) => isHere(relatedTarget) || leave());
  document.addEventListener("focusin", ({ target }) => (target.matches?.(":focus-visible") ? arrive(target) : isHere(target) || leave()));
  document.addEventListener("focusout", ({ relatedTarget }) => isHere(relatedTarget) || leave());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("pointerdown", ({ target }) => state.card?.contains(target) || hide());
  document.addEventListener("relations:changed", () => kept.clear());
  addEventListener("scroll", () => state.card && !state.card.matches(":hover, :focus-within") && hide(), { passive: true });
}

function arrive(target) {
  if (state.card?.contains(target)) return clearTimeout(state.going);
  const link = target.closest?.(NAMES);
  const id = link && accountOf(link);
  if (!id || link.closest(".hovercard, .menu__sheet, .suggest, [data-no-card]")) return undefined;
  clearTimeout(state.going);
  if (link === state.link) return undefined;
  clearTimeout(state.coming);
  state.link = link;
  state.coming = setTimeout(() => show(link, id), IN_MS);
  return undefined;
}

const isHere = (element) => Boolean(element && (state.card?.contains(element) || state.link?.contains(element)));

function leave() {
  clearTimeout(state.coming);
  clearTimeout(state.going);
  if (!state.card) state.link = null;
  state.going = setTimeout(hide, OUT_MS);
}

function hide() {
  clearTimeout(state.coming);
  state.card?.remove();
  state.link?.removeAttribute("aria-describedby");
  Object.assign(state, { link: null, card: null });
}

async function show(link, id) {
  const html = await cardOf(`/accounts/${id}/card`);
  if (!html || link !== state.link || !link.isConnected) return;
  state.card?.remove();
  const card = parseOne(html);
  card.id = "hover-card";
  state.card = card;
  (link.closest("dialog") ?? document.body).append(card);
  link.setAttribute("aria-describedby", card.id);
  place(card, link.getBoundingClientRect());
}

/** Below the name, or above it where there is no room; always inside the window. */
function place(card, at) {
  const { offsetWidth: width, offsetHeight: height } = card;
  const fitsBelow = at.bottom + GAP + height <= innerHeight;
  const top = fitsBelow || at.top < height + GAP ? at.bottom + GAP : at.top - GAP - height;
  card.style.setProperty("--card-top", `${Math.max(GAP, top)}px`);
  card.style.setProperty("--card-left", `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`);
}

async function cardOf(url) {
  const found = kept.get(url);
  if (found && found.until > Date.now()) return found.html;
  try {
    const { html } = await send(url);
    kept.set(url, { html, until: Date.now() + KEPT_MS });
    return html;
  } catch {
    return "";
  }
}

/** The number in /u/<id>; one's own name has no card. */
function accountOf(link) {
  const id = /^\/u\/(\d+)$/.exec(link.getAttribute("href") ?? "")?.[1];
  return id && id !== document.body.dataset.accountId ? id : null;
}
