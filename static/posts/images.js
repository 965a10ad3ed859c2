/** The pictures of a composer: picked, pasted or dropped, sent at once, described and put in order. */

import { copyOf, findAll, role, tell } from "#shared/dom.js";
import { Refusal } from "#shared/http.js";
import { word } from "#shared/words.js";
import { orderImages } from "#posts/image_order.js";
import { fillTile, sendImage } from "#posts/image_tile.js";
import { complainIn } from "#posts/submitting.js";

const MOST = 9; // data-images says otherwise

/** Answers `{settled, listed, restore, clear}`. */
export function takeImages(form, signal) {
  const strip = role(form, "images");
  const most = Number(form.dataset.images ?? MOST);
  const running = new Set();
  const changed = () => {
    strip.hidden = !strip.children.length;
    for (const button of findAll("[data-tool=image]", form)) button.disabled = strip.children.length >= most;
    tell("composer:changed", {}, form);
  };
  const track = (tile, file) => {
    const run = sendImage(tile, file, signal).finally(() => (running.delete(run), changed()));
    running.add(run);
  };
  const add = (files) => {
    const room = most - strip.children.length;
    for (const file of files.slice(0, room)) {
      const tile = strip.appendChild(copyOf(role(form, "image-template")));
      tile.addEventListener("click", ({ target }) => target.closest("[data-act=retry]") && track(tile, file), { signal });
      track(tile, file);
    }
    if (files.length > room) complainIn(form, word(most > 1 ? "images_too_many" : "comment_one_picture", { n: most }));
    changed();
  };

  listenForFiles(form, add, signal);
  orderImages(strip, changed, signal);
  strip.addEventListener("click", ({ target }) => target.closest("[data-act=remove]") && (target.closest("li").remove(), changed()), { signal });
  if (strip.children.length) changed();
  return {
    settled: () => Promise.all(running).then(() => refuseFailed(strip)),
    listed: () => findAll('li[data-state="ready"]', strip).map(({ dataset }) => ({ id: dataset.imageId, thumb: dataset.thumb, alt: altOf(dataset.imageId, strip) })),
    restore: (images) => {
      for (const image of images) fillTile(strip.appendChild(copyOf(role(form, "image-template"))), image);
      changed();
    },
    clear: () => (strip.replaceChildren(), changed()),
  };
}

const altOf = (id, strip) => findAll('[data-role="alt"]', strip).find((area) => area.name === `alt_${id}`)?.value ?? "";

function refuseFailed(strip) {
  if (strip.querySelector('li[data-state="failed"]')) throw new Refusal(word("images_failed"), { status: 422 });
}

/** Files come from the button, the clipboard or a drop anywhere on the form. */
function listenForFiles(form, add, signal) {
  const input = role(form, "file");
  const on = (target, event, act) => target?.addEventListener(event, act, { signal });
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  on(form, "click", ({ target }) => target.closest?.("[data-tool=image]") && input.click());
  on(input, "change", () => {
    add([...input.files]);
    input.value = "";
  });
  on(form, "paste", (event) => {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (!files.length || event.clipboardData.getData("text/plain")) return;
    event.preventDefault();
    add(files);
  });
  on(form, "dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.dataset.dropping = "";
  });
  on(form, "dragleave", (event) => form.contains(event.relatedTarget) || delete form.dataset.dropping);
  on(form, "drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    delete form.dataset.dropping;
    add([...event.dataTransfer.files]);
  });
}
