/** One picture in a composer: on its way, ready or refused with its reason. */

import { find, role } from "#shared/dom.js";
import { upload } from "#shared/upload.js";
import { word } from "#shared/words.js";

const ENDPOINT = "/media/images";
const MOST_BYTES = 20 * 1024 * 1024;

/** Sends the file; the tile always ends ready, refused or removed, this never throws. */
export async function sendImage(tile, file, signal) {
  const progress = role(tile, "progress");
  try {
    mark(tile, "uploading");
    preview(tile, file);
    if (!file.type.startsWith("image/") || file.type.includes("svg")) throw new Error(word("image_wrong_kind"));
    if (file.size > MOST_BYTES) throw new Error(word("image_too_large", { n: MOST_BYTES >> 20 }));
    const body = new FormData();
    body.append("file", file);
    const image = await upload(ENDPOINT, body, { signal, onProgress: (done) => progress && (progress.value = done * (progress.max || 1)) });
    fillTile(tile, { id: image.id, thumb: image.thumb_url, alt: "" });
  } catch (refusal) {
    mark(tile, "failed", refusal.message, refusal.isPassing ?? false);
  }
}

/** Makes the tile stand for an uploaded picture. */
export function fillTile(tile, { id, thumb, alt }) {
  const field = find("input[name=image_ids]", tile);
  const picture = role(tile, "thumb");
  const description = role(tile, "alt");
  field.value = id;
  tile.dataset.imageId = id;
  tile.dataset.thumb = thumb;
  description.name = `alt_${id}`;
  description.value ||= alt;
  picture.addEventListener("error", () => tile.remove(), { once: true });
  picture.hidden = false;
  picture.src = thumb;
  mark(tile, "ready");
}

function mark(tile, state, sentence = "", mayRetry = false) {
  const message = role(tile, "message");
  tile.dataset.state = state;
  message.textContent = sentence;
  message.parentElement.hidden = !sentence;
  find("[data-act=retry]", tile).hidden = !mayRetry;
  find("input[name=image_ids]", tile).disabled = state !== "ready";
}

/** Shown from the file itself while it is under way; what the browser cannot draw is left to the server. */
function preview(tile, file) {
  const picture = role(tile, "thumb");
  const address = URL.createObjectURL(file);
  const done = ({ type }) => {
    URL.revokeObjectURL(address);
    if (picture.src === address) picture.hidden = type === "error";
  };
  picture.alt = file.name;
  for (const sign of ["load", "error"]) picture.addEventListener(sign, done, { once: true });
  picture.src = address;
}
