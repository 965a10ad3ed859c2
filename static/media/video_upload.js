/** The video of a composer: picked, pasted or dropped, sent at once with its progress; a post carries one, or pictures. */

import { copyOf, find, findAll, role, tell } from "#shared/dom.js";
import { Refusal } from "#shared/http.js";
import { warn } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { fillVideo, sendVideo } from "#media/video_tile.js";

const KINDS = "video/mp4,video/quicktime,.mp4,.m4v,.mov";

/**
 * Answers `{settled, listed, restore, clear}` like the pictures' module; lists hold one video at most.
 * The form has an element with data-role "video", a template "video-template", and buttons [data-tool=video], which
 * carry the sentence in data-missing where the site cannot take videos.
 */
export function takeVideo(form, signal) {
  const place = role(form, "video");
  let running = null;
  let life = null;
  const tile = () => place.firstElementChild;
  const changed = () => tell("composer:changed", {}, form);
  const put = () => {
    place.replaceChildren(copyOf(role(form, "video-template")));
    return tile();
  };
  const clear = () => {
    life?.abort();
    place.replaceChildren();
    changed();
  };
  const add = (file) => {
    if (find('[data-role="images"] > li', form)) return warn(word("video_or_pictures"));
    life?.abort();
    life = new AbortController();
    signal.addEventListener("abort", () => life.abort(), { once: true });
    const mine = put();
    const track = () => (running = sendVideo(mine, file, life.signal).finally(changed));
    mine.addEventListener("click", ({ target }) => target.closest("[data-act=retry-video]") && track(), { signal });
    track();
    changed();
  };

  listenForVideos(form, add, signal);
  form.addEventListener("composer:changed", () => lockTools(form, Boolean(tile())), { signal });
  place.addEventListener("click", ({ target }) => target.closest("[data-act=remove-video]") && clear(), { signal });
  lockTools(form, Boolean(tile()));
  return {
    settled: () => Promise.resolve(running).then(() => refuseFailed(tile())),
    listed: () => (tile()?.dataset.state === "ready" ? [describe(tile())] : []),
    restore: ([video]) => {
      if (video) fillVideo(put(), video);
      changed();
    },
    clear,
  };
}

const describe = ({ dataset }) => ({ id: dataset.videoId, poster_url: dataset.poster, length_label: dataset.length });

function refuseFailed(tile) {
  if (tile && tile.dataset.state !== "ready") throw new Refusal(word("video_failed"), { status: 422 });
}

/** A post carries pictures or a video: what is there closes the way to the other. */
function lockTools(form, hasVideo) {
  const hasImages = Boolean(find('[data-role="images"] > li', form));
  for (const button of findAll("[data-tool=video]", form)) button.disabled = hasVideo || hasImages;
  if (hasVideo) for (const button of findAll("[data-tool=image]", form)) button.disabled = true;
  else if (!hasImages) for (const button of findAll("[data-tool=image]", form)) button.disabled = false;
}

/** Files come from the button, the clipboard or a drop; they are taken before the pictures' module sees them. */
function listenForVideos(form, add, signal) {
  const input = Object.assign(document.createElement("input"), { type: "file", accept: KINDS });
  const take = (event, files) => {
    const video = [...(files ?? [])].find(({ type }) => type.startsWith("video/"));
    if (!video) return;
    event.preventDefault();
    event.stopPropagation();
    delete form.dataset.dropping;
    add(video);
  };
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) add(file);
    input.value = "";
  });
  form.addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest?.("[data-tool=video]");
      if (button) (button.dataset.missing ? warn(button.dataset.missing) : input.click());
    },
    { signal },
  );
  form.addEventListener("paste", (event) => take(event, event.clipboardData.files), { signal, capture: true });
  form.addEventListener("drop", (event) => take(event, event.dataTransfer.files), { signal, capture: true });
}
