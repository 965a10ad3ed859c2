/** One video in a composer: on its way, being checked, ready or refused with its reason. */

import { find, role } from "#shared/dom.js";
import { upload } from "#shared/upload.js";
import { word } from "#shared/words.js";

const ENDPOINT = "/media/videos";
const MOST_BYTES = 100 * 1024 * 1024;
const PATIENCE_MS = 30 * 60_000; // a hundred megabytes over a slow line

/** Sends the file; the tile always ends ready, refused or removed, this never throws. */
export async function sendVideo(tile, file, signal) {
  const progress = role(tile, "progress");
  try {
    mark(tile, "uploading");
    preview(tile, file, signal);
    if (!/^video\/(mp4|quicktime|x-m4v)$/.test(file.type) && !/\.(mp4|m4v|mov)$/i.test(file.name)) throw new Error(word("video_wrong_kind"));
    if (file.size > MOST_BYTES) throw new Error(word("video_too_large", { n: MOST_BYTES >> 20 }));
    const body = new FormData();
    body.append("file", file);
    const onProgress = (done) => {
      progress.value = done * progress.max;
      say(tile, done < 1 ? `${Math.floor(done * 100)}%` : word("video_checking"));
    };
    fillVideo(tile, await upload(ENDPOINT, body, { signal, onProgress, patience: PATIENCE_MS }));
  } catch (error) {
    if (!signal.aborted) mark(tile, "failed", error.message, error.isPassing ?? false);
  }
}

/** Shows a stored video: its poster, its length, and the field that goes with the form. */
export function fillVideo(tile, { id, poster_url, length_label }) {
  Object.assign(tile.dataset, { videoId: id, poster: poster_url, length: length_label });
  find("input[name=video_id]", tile).value = id;
  role(tile, "length").textContent = length_label;
  const poster = role(tile, "poster");
  poster.src = poster_url;
  poster.hidden = false;
  role(tile, "preview").hidden = true;
  mark(tile, "ready");
}

function mark(tile, state, sentence = "", mayRetry = false) {
  tile.dataset.state = state;
  say(tile, sentence);
  find("[data-act=retry-video]", tile).hidden = !mayRetry;
  find("input[name=video_id]", tile).disabled = state !== "ready";
}

function say(tile, sentence) {
  role(tile, "message").textContent = sentence;
}

/** Shown from the file itself while it is under way; what the browser cannot play stays dark. */
function preview(tile, file, signal) {
  const screen = role(tile, "preview");
  const address = URL.createObjectURL(file);
  const done = () => URL.revokeObjectURL(address);
  role(tile, "name").textContent = file.name;
  screen.addEventListener("loadeddata", () => (screen.currentTime = Math.min(1, screen.duration / 3)), { once: true });
  screen.addEventListener("seeked", done, { once: true });
  signal.addEventListener("abort", done, { once: true });
  screen.src = address;
}
