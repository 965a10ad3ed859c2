/** Back and forward find the post that was being read, however far down it was. */

import { debounced, find, findAll, newKey, quoted } from "#shared/dom.js";

const PAUSE_MS = 250;
const MOST_PAGES = 25;
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
  const found = anchor();
  if (found) scrollBy(0, found.getBoundingClientRect().top - place.offset);
  else scrollTo(0, place.scroll);
  history.scrollRestoration = "auto";
}
