/** data-behaviour="feed": older posts come as one scrolls, one's own at once; Back finds the same place. */

import { find, findAll, parse, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { recall, remember } from "#timelines/feed_memory.js";
import { appendOlder, articlesOf, insertNewer } from "#timelines/feed_parts.js";

const AHEAD = "900px";

export default function connect(feed, signal) {
  const foot = role(feed, "foot") ?? (feed.nextElementSibling?.matches("[data-role=foot]") ? feed.nextElementSibling : null);
  const state = { feed, foot, signal, loading: null };
  const more = () => loadMore(state);
  show(state, "");
  recall(feed, more);
  remember(feed, signal);
  listenForOwn(feed, signal);
  if (!foot) return;
  foot.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest("[data-role=more], [data-act=retry]")) return;
      event.preventDefault();
      more();
    },
    { signal },
  );
  const observer = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && more(), { rootMargin: AHEAD });
  observer.observe(foot);
  state.again = () => {
    observer.unobserve(foot);
    observer.observe(foot);
  };
  signal.addEventListener("abort", () => observer.disconnect());
}

/** The next page; answers whether one came. Asked twice at once, it loads once. */
function loadMore(state) {
  if (!state.feed.dataset.nextCursor) return Promise.resolve(false);
  state.loading ??= load(state).finally(() => {
    state.loading = null;
  });
  return state.loading;
}

async function load(state) {
  const { feed, signal } = state;
  show(state, "loading");
  feed.setAttribute("aria-busy", "true");
  try {
    const found = await fragment(addressOf(state), { signal });
    appendOlder(feed, articlesOf(found));
    feed.dataset.nextCursor = find(".feed", found)?.dataset.nextCursor ?? "";
    show(state, "");
    state.again?.();
    return true;
  } catch {
    if (!signal.aborted) show(state, "error");
    return false;
  } finally {
    feed.removeAttribute("aria-busy");
  }
}

function addressOf({ feed, foot }) {
  const url = new URL((foot && role(foot, "more")?.href) || location.href);
  url.searchParams.set("before", feed.dataset.nextCursor);
  url.hash = "";
  return url.href;
}

/** The foot shows one thing at a time: the skeleton, the error with 重试, the end, or the way on. */
function show({ feed, foot }, what) {
  if (!foot) return;
  const hasMore = Boolean(feed.dataset.nextCursor);
  const shown = what || (hasMore ? "more" : find(":scope > article", feed) ? "end" : "");
  for (const name of ["more", "loading", "error", "end"]) {
    const element = role(foot, name);
    if (element) element.hidden = name !== shown;
  }
}

/** What one has just written stands on top without a reload, but not among the posts of others alone. */
function listenForOwn(feed, signal) {
  if (feed.dataset.feedKind !== "home" || feed.dataset.feedQuery) return;
  document.addEventListener(
    "composer:done",
    ({ detail }) => (detail.kind === "post" || detail.kind === "repost") && insertNewer(feed, findAll("article.post", parse(detail.html))),
    { signal },
  );
}
