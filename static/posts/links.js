/** Links in the text become chips: 「识别商品中…」, then the card as soon as the server knows it. */

import { debounced, find, findAll, parseOne, quoted, role, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain, warn } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { urlsIn } from "#posts/counting.js";
import { watchChip } from "#posts/link_chip.js";
import { takeOut } from "#posts/link_text.js";

const MOST_CARDS = 9;
const SETTLE_MS = 5000;

/** Answers `{settled, listed, restore, clear, add}`; what is listed for a draft is the chips as the server drew them. */
export function takeLinks(form, signal) {
  const text = role(form, "text");
  const list = role(form, "links");
  const known = new Set();
  const changed = () => {
    list.hidden = !list.children.length;
    tell("composer:changed", {}, form);
  };
  const tray = { form, list, known, signal, changed };
  const scan = (wantsAll) => {
    for (const { url, start } of urlsIn(text.value)) {
      const isFinished = wantsAll || start + url.length < text.value.length;
      if (isFinished && !known.has(url)) recognise(tray, url);
    }
  };
  text.addEventListener("paste", () => setTimeout(scan, 0, true), { signal });
  text.addEventListener("drop", () => setTimeout(scan, 0, true), { signal });
  const later = debounced(() => scan(false), 300);
  text.addEventListener("input", later, { signal });
  list.addEventListener("click", (event) => press(tray, event), { signal });
  new MutationObserver(changed).observe(list, { childList: true });
  for (const chip of list.children) adopt(tray, chip);
  later(); // what was typed before this module was there
  return {
    add: (chip) => put(tray, chip),
    settled: () => settled(list),
    listed: () => [...list.children].map((chip) => chip.outerHTML),
    restore: (chips) => chips.forEach((html) => put(tray, parseOne(html))),
    clear: () => (known.clear(), list.replaceChildren()),
  };
}

async function recognise(tray, url) {
  tray.known.add(url);
  if (cardCount(tray.list) >= MOST_CARDS) return warn(word("cards_too_many", { n: MOST_CARDS }));
  const body = new FormData();
  body.append("url", url);
  try {
    const chip = parseOne((await send("/links", { method: "POST", body, signal: tray.signal })).html);
    chip.dataset.typed = url;
    put(tray, chip);
    settle(tray, chip);
  } catch (refusal) {
    const chip = refusal.html ? parseOne(refusal.html) : null;
    if (chip?.dataset.behaviour === "link-chip") return put(tray, chip);
    if (refusal.isPassing) tray.known.delete(url);
    complain(refusal, () => recognise(tray, url));
  }
  return null;
}

/** Puts a chip in, unless it is there already or there is no room; one page preview at most. */
function put(tray, chip, place = null) {
  if (place && !place.isConnected) return;
  const others = [...tray.list.children].filter((other) => other !== place);
  const isTwin = keysOf(chip).some(({ name, value }) => others.some((other) => find(`[name=${name}][value="${quoted(value)}"]`, other)));
  const isExtraPage = chip.dataset.status === "page" && others.some((other) => other.dataset.status === "page");
  const isTooMany = chip.dataset.status === "product" && others.filter(hasCard).length >= MOST_CARDS;
  if (isTooMany) warn(word("cards_too_many", { n: MOST_CARDS }));
  if (isTwin || isExtraPage || isTooMany) {
    place?.remove();
    return;
  }
  if (place) place.replaceWith(chip);
  else tray.list.append(chip);
  adopt(tray, chip);
}

function adopt(tray, chip) {
  for (const url of [chip.dataset.url, chip.dataset.typed]) if (url) tray.known.add(url);
  if (chip.dataset.status === "pending") watchChip(chip, (fresh) => arrive(tray, fresh, chip), tray.signal);
}

function arrive(tray, fresh, chip) {
  fresh.dataset.typed = chip.dataset.typed ?? fresh.dataset.url;
  put(tray, fresh, chip);
  settle(tray, fresh);
}

/** What a chip in the tray stands for needs no address in the text; a link that failed keeps it. */
function settle({ form, list }, chip) {
  const isShown = keysOf(chip).some((key) => list.querySelector(`[name=${key.name}][value="${quoted(key.value)}"]`));
  if (isShown) takeOut(role(form, "text"), chip.dataset.typed);
}

const keysOf = (chip) => findAll("input[name=card_ids], input[name=link_id]", chip).filter(({ value }) => value);
const hasCard = (chip) => Boolean(find("input[name=card_ids]", chip));
const cardCount = (list) => [...list.children].filter(hasCard).length;

function press(tray, { target }) {
  const act = target.closest("[data-act]")?.dataset.act;
  const chip = target.closest("li");
  if (act === "remove") {
    chip.remove();
    forgetGone(tray);
    role(tray.form, "text").focus();
  } else if (act === "retry") {
    chip.remove();
    recognise(tray, chip.dataset.url);
  }
}

/** A link that is neither chip nor text any more may be pasted again. */
function forgetGone({ form, list, known }) {
  const kept = [...urlsIn(role(form, "text").value).map(({ url }) => url), ...[...list.children].flatMap(({ dataset }) => [dataset.typed, dataset.url])];
  for (const url of known) if (!kept.includes(url)) known.delete(url);
}

/** Gives pending chips a moment before the post goes out; the server attaches what comes later. */
async function settled(list) {
  const until = Date.now() + SETTLE_MS;
  while (list.querySelector('[data-status="pending"]') && Date.now() < until) await new Promise((go) => setTimeout(go, 100));
}
