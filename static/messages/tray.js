/** What goes along with the words: pictures from the button, the clipboard or a drop, and one product. */

import { copyOf, find, findAll, parseOne, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { complain, warn } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { urlsIn } from "#posts/counting.js";
import { watchChip } from "#posts/link_chip.js";
import { takeOut } from "#posts/link_text.js";
import { offerProducts } from "#posts/products_picker.js";

const MOST = 9;
const MOST_BYTES = 20 * 1024 * 1024;
const SETTLE_MS = 4000;

/** Answers `{take, isEmpty}`; what is taken leaves the tray. */
export function fillTray(form, signal) {
  const tray = { form, signal, list: role(form, "tray"), files: new Map(), known: new Set(), running: new Set(), turn: 0 };
  listenForFiles(tray);
  offerProducts(form, { add: (chip) => putProduct(tray, chip) }, signal);
  role(form, "text").addEventListener("paste", () => setTimeout(recognise, 0, tray), { signal });
  tray.list.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-act=remove]")) return;
    const item = target.closest("li");
    item.remove();
    item.dispatchEvent(new CustomEvent("chip:dropped"));
    changed(tray);
    role(form, "text").focus();
  }, { signal });
  return { take: () => take(tray), isEmpty: () => !tray.list.children.length };
}

/** A link that is being looked up gets a moment: then its card is there together with the words. */
function take(tray) {
  const pictures = findAll(".say__picture", tray.list).map((item) => tray.files.get(item));
  const chip = find('.link-chip[data-status="product"]', tray.list);
  const product = chip && { product: find("input[name=card_ids]", chip).value, card: chip.outerHTML };
  const waiting = findAll('.link-chip[data-status="pending"]', tray.list);
  const ready = tray.running.size ? Promise.race([Promise.all(tray.running), pause(SETTLE_MS)]) : null;
  for (const one of waiting) one.hidden = true;
  tray.turn += 1;
  tray.list.replaceChildren(...waiting);
  tray.files.clear();
  tray.known.clear();
  changed(tray);
  return { pictures, product, ready };
}

const pause = (delay) => new Promise((go) => setTimeout(go, delay));

function changed({ list }) {
  list.hidden = ![...list.children].some((item) => !item.hidden);
}

function addFiles(tray, files) {
  const room = MOST - findAll(".say__picture", tray.list).length;
  if (files.length > room) warn(word("images_too_many", { n: MOST }));
  for (const file of files.slice(0, room)) {
    if (!file.type.startsWith("image/") || file.type.includes("svg")) warn(word("image_wrong_kind"));
    else if (file.size > MOST_BYTES) warn(word("image_too_large", { n: MOST_BYTES >> 20 }));
    else addPicture(tray, file);
  }
  changed(tray);
  role(tray.form, "text").focus();
}

function addPicture(tray, file) {
  const item = copyOf(role(tray.form, "picture-template"));
  const preview = URL.createObjectURL(file);
  Object.assign(find("img", item), { src: preview, alt: file.name });
  tray.files.set(item, { file, preview });
  tray.list.append(item);
}

/** Another product takes the place of the one before. */
function putProduct(tray, chip, typed = "") {
  for (const old of findAll(".link-chip", tray.list)) if (old !== chip) old.remove();
  tray.list.append(chip);
  takeOut(role(tray.form, "text"), typed);
  changed(tray);
}

/** A pasted link may lead to a product: looked up at once, its address leaves the words when the card is there. */
function recognise(tray) {
  const url = urlsIn(role(tray.form, "text").value).map((found) => found.url).find((one) => !tray.known.has(one));
  if (!url || find('[data-status="product"]', tray.list)) return;
  tray.known.add(url);
  const run = lookUp(tray, url, tray.turn).finally(() => tray.running.delete(run));
  tray.running.add(run);
}

/** Ends when it is known what is behind the link; once the words are on their way, no chip appears any more. */
async function lookUp(tray, url, turn) {
  const body = new FormData();
  body.append("url", url);
  try {
    const chip = parseOne((await send("/links", { method: "POST", body, signal: tray.signal })).html);
    const fresh = chip.dataset.status === "pending" ? await known(tray, chip, turn) : chip;
    if (fresh && tray.turn === turn) arrive(tray, fresh, url);
  } catch (refusal) {
    if (refusal.isPassing) tray.known.delete(url);
    if (!refusal.html) complain(refusal);
  }
}

/** The chip once it is no longer pending; null when somebody has taken it out. */
function known(tray, chip, turn) {
  chip.hidden = tray.turn !== turn;
  tray.list.append(chip);
  changed(tray);
  return new Promise((go) => {
    chip.addEventListener("chip:dropped", () => go(null));
    watchChip(chip, (fresh) => (chip.remove(), go(fresh)), tray.signal);
  });
}

/** Only a product becomes a card; any other page stays the link that it is. */
function arrive(tray, chip, url) {
  if (chip.dataset.status === "product") putProduct(tray, chip, url);
  changed(tray);
}

function listenForFiles(tray) {
  const { form, signal } = tray;
  const input = role(form, "file");
  const zone = form.closest(".thread");
  const on = (target, event, act) => target.addEventListener(event, act, { signal });
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  on(find("[data-tool=image]", form), "click", () => input.click());
  on(input, "change", () => {
    addFiles(tray, [...input.files]);
    input.value = "";
  });
  on(form, "paste", (event) => {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (!files.length || event.clipboardData.getData("text/plain")) return;
    event.preventDefault();
    addFiles(tray, files);
  });
  on(zone, "dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.dataset.dropping = "";
  });
  on(zone, "dragleave", (event) => zone.contains(event.relatedTarget) || delete form.dataset.dropping);
  on(zone, "drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    delete form.dataset.dropping;
    addFiles(tray, [...event.dataTransfer.files]);
  });
}
