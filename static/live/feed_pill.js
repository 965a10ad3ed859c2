/** data-behaviour="feed-pill": 「有N条新微博，点击查看」; it counts, and never moves what someone is reading. */

import { find, findAll, parse, prefersStillness, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear, keepSaying } from "#shared/socket.js";
import { complain } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { articlesOf, hasGap, insertNewer, isNews, startAnew } from "#timelines/feed_parts.js";

const MOST = 99;
const OWN_POST_MS = 2500;

export default function connect(pill, signal) {
  const feed = find('.feed[data-behaviour~="feed"]');
  const kind = feed?.dataset.feedKind;
  if (kind !== "home" && kind !== "public") return;
  const state = { pill, feed, kind, signal, waiting: new Set(), title: document.title };
  const on = (target, event, act) => target.addEventListener(event, act, { signal });

  keepSaying(kind === "home" ? "feed:subscribe" : "public:watch", undefined, signal);
  hear(`${kind === "home" ? "feed" : "public"}:new`, (news) => count(state, news), signal);
  hear("post:deleted", ({ id }) => drop(state, String(id)), signal);
  on(document, "socket:up", () => catchUp(state));
  on(document, "feed:changed", () => show(state));
  on(document, "visibilitychange", () => showTitle(state));
  on(document, "feed:show-new", (event) => state.waiting.size && (event.preventDefault(), reveal(state)));
  on(pill, "click", () => reveal(state));
  signal.addEventListener("abort", () => {
    document.title = state.title;
  });
}

/** One's own post is put in by the page itself; only when it was written elsewhere it waits here. */
function count(state, { ids, author_id: author }) {
  const add = () => {
    for (const id of ids) state.waiting.add(String(id));
    show(state);
  };
  if (author && String(author) === accountId()) setTimeout(add, OWN_POST_MS);
  else add();
}

function drop(state, id) {
  state.waiting.delete(id);
  show(state);
}

function show(state) {
  for (const id of state.waiting) if (!isNews(state.feed, id)) state.waiting.delete(id);
  const { size } = state.waiting;
  const shown = size > MOST ? `${MOST}+` : size;
  state.pill.hidden = !size;
  if (size) role(state.pill, "label").textContent = word(size === 1 ? "pill_one" : "pill", { n: shown });
  showTitle(state);
}

/** A tab in the background says it in its title: 「(3) 微博」. */
function showTitle({ waiting, title }) {
  const { size } = waiting;
  document.title = document.hidden && size ? `(${size > MOST ? `${MOST}+` : size}) ${title}` : title;
}

const ask = ({ feed, kind, signal }) =>
  send(`/timeline/new?since=${feed.dataset.newestId || 0}&feed=${kind}`, { signal });

/** What came while the page was not connected. */
async function catchUp(state) {
  try {
    const { html } = await ask(state);
    for (const article of articlesOf(parse(html))) state.waiting.add(article.dataset.postId);
    show(state);
  } catch {
    // The next reconnect asks again.
  }
}

/** Loads above and scrolls there; when too much was missed, the feed starts anew. */
async function reveal(state) {
  const { pill, feed } = state;
  if (pill.ariaBusy === "true") return;
  pill.ariaBusy = "true";
  try {
    const { html, headers } = await ask(state);
    const found = parse(html);
    const source = find(".feed", found);
    const articles = articlesOf(found);
    if (hasGap(feed, source, articles)) startAnew(feed, source);
    else insertNewer(feed, articles);
    feed.dataset.newestId = headers.get("X-Newest-Id") || source?.dataset.newestId || feed.dataset.newestId;
    state.waiting.clear();
    show(state);
    scrollTo({ top: 0, behavior: prefersStillness() ? "auto" : "smooth" });
    findAll("article.post", feed)[0]?.focus({ preventScroll: true });
  } catch (refusal) {
    complain(refusal, () => reveal(state));
  } finally {
    pill.ariaBusy = null;
  }
}
