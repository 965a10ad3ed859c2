/** data-behaviour="feed-pill": 「有N条新微博，点击查看」; it counts, and never moves what someone is reading. */

import { find, findAll, parse, prefersStillness, role } from "#shared/dom.js";
import { json, send } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear, keepSaying } from "#shared/socket.js";
import { complain } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { articlesOf, hasGap, insertNewer, isNews, startAnew } from "#timelines/feed_parts.js";

const ROOMS = {
  home: ["feed:subscribe", "feed:new"],
  public: ["public:watch", "public:new"],
  topic: ["topic:watch", "topic:new"],
};
const MOST = 99;
const OWN_POST_MS = 2500;
const ASK_MS = 500; // and as much again by chance: not all readers of one author ask at the same moment

export default function connect(pill, signal) {
  const feed = find('.feed[data-behaviour~="feed"]');
  const kind = feed?.dataset.feedKind;
  if (!ROOMS[kind]) return;
  const state = { pill, feed, kind, signal, waiting: new Set(), asking: null, title: document.title };
  const on = (target, event, act) => target.addEventListener(event, act, { signal });

  const [room, news] = ROOMS[kind];
  const id = new URLSearchParams(feed.dataset.feedQuery).get("topic") ?? undefined;
  keepSaying(room, () => ({ id }), signal);
  hear(news, (facts) => count(state, facts), signal);
  hear("feed:narrowed", () => narrow(state), signal);
  hear("post:deleted", ({ id }) => drop(state, String(id)), signal);
  on(document, "socket:up", () => catchUp(state));
  on(document, "feed:changed", () => show(state));
  on(document, "visibilitychange", () => showTitle(state));
  on(document, "feed:show-new", (event) => state.waiting.size && (event.preventDefault(), reveal(state)));
  on(pill, "click", () => reveal(state));
  signal.addEventListener("abort", () => {
    document.title = state.title;
    clearTimeout(state.asking);
  });
}

/** One's own post is put in by the page itself; only when it was written elsewhere it waits here. */
function count(state, { ids, author_id: author }) {
  if (isNarrow(state)) return askSoon(state);
  const add = () => {
    for (const id of ids) state.waiting.add(String(id));
    show(state);
  };
  if (author && String(author) === accountId()) setTimeout(add, OWN_POST_MS);
  else add();
  return undefined;
}

/** A feed of some people, or of a reader who leaves things out, asks the server what of the news belongs to it. */
const isNarrow = ({ feed }) => Boolean(feed.dataset.feedQuery) || "narrowed" in feed.dataset;

function askSoon(state) {
  state.asking ??= setTimeout(() => {
    state.asking = null;
    catchUp(state);
  }, ASK_MS * (1 + Math.random()));
}

function narrow(state) {
  state.feed.dataset.narrowed = "";
  if (state.waiting.size) askSoon(state);
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

const addressOf = ({ feed, kind }, place) =>
  `/timeline/new${place}?since=${feed.dataset.newestId || 0}${feed.dataset.feedQuery || `&feed=${kind}`}`;

/** What came while the page was not connected, or what of the news belongs here. */
async function catchUp(state) {
  try {
    const { ids } = await json(addressOf(state, "/ids"), { signal: state.signal });
    state.waiting = new Set(ids);
    show(state);
  } catch {
    // The next reconnect or the next news asks again.
  }
}

/** Loads above and scrolls there; when too much was missed, the feed starts anew. */
async function reveal(state) {
  const { pill, feed } = state;
  if (pill.ariaBusy === "true") return;
  pill.ariaBusy = "true";
  try {
    const { html, headers } = await send(addressOf(state, ""), { signal: state.signal });
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
