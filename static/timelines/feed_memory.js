/** Back and forward find the post that was being read, however far down it was. */

import { debounced, find, findAll, newKey, quoted } from "#shared/dom.js";

const PAUSE_MS = 250;
const MOST_PAGES = 25;
const CALM_FRAMES = 20;
const MOST_FRAMES = 120;
const placeOf = (key) => `feed:${key}`;

/** Keeps the first visible post and its height on screen under a key of this history entry. */
export function remember(feed, signal) {
  const key = history.state?.feedKey ?? newKey();
  history.replaceState({ ...history.state, feedKey: key }, "");
  const save = () => {
    const anchor = findAll(":scope > article.post", feed).find((post) => post.getBoundingClientRect().bottom > 0);
    if (!anchor) return;
    const place = { id: anchor.id, offset: anchor.getBoundingClientRect().top, scroll: scrollY };
    try {
      sessionStorage.setItem(placeOf(key), JSON.stringify(place));
    } catch {
      // A full storage only costs the place.
    }
  };
  addEventListener("scroll", debounced(save, PAUSE_MS), { signal, passive: true });
  addEventListener("pagehide", save, { signal });
}

/** Loads pages until the post is there again, then puts it where it was. */
export async function recall(feed, loadMore) {
  const key = history.state?.feedKey;
  const place = key && JSON.parse(sessionStorage.getItem(placeOf(key)) ?? "null");
  if (!place || place.scroll < 1) return;
  history.scrollRestoration = "manual";
  const anchor = () => find(`#${quoted(place.id)}`, feed);
  for (let pages = 0; !anchor() && pages < MOST_PAGES; pages += 1) if (!(await loadMore())) break;
  if (anchor()) await hold(anchor(), place.offset);
  else scrollTo(0, place.scroll);
  history.scrollRestoration = "auto";
}

/** Pictures and lazily laid out posts still move things for a moment: keeps the post in place until it rests. */
async function hold(post, offset) {
  const life = new AbortController();
  const leave = () => life.abort();
  for (const sign of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(sign, leave, { signal: life.signal, passive: true });
  for (let calm = 0, frames = 0; calm < CALM_FRAMES && frames < MOST_FRAMES && !life.signal.aborted; frames += 1) {
    const off = post.getBoundingClientRect().top - offset;
    calm = Math.abs(off) < 1 ? calm + 1 : 0;
    if (!calm) scrollBy(0, off);
    await new Promise(requestAnimationFrame);
  }
  leave();
}
