/** The parts of a feed: its articles in the order of time, its cursor and its foot. */

import { find, findAll, quoted, role, tell } from "#shared/dom.js";

/** The posts of a feed fragment. */
export const articlesOf = (found) => findAll(".feed > article.post", found);

/** Adds older posts below; those already here stay where they are. */
export function appendOlder(feed, articles) {
  const foot = role(feed, "foot");
  for (const article of articles) {
    if (isHere(feed, article)) continue;
    if (foot && foot.parentElement === feed) foot.before(article);
    else feed.append(article);
  }
}

/** Puts newer posts where their time says, and marks them new. */
export function insertNewer(feed, articles) {
  for (const article of articles) {
    if (!isNews(feed, article.dataset.postId)) continue;
    article.classList.add("post--new");
    const others = findAll(":scope > article.post", feed);
    const older = others.find((other) => isNewer(article, other));
    if (older) older.before(article);
    else if (others.length) others.at(-1).after(article);
    else feed.prepend(article);
  }
  if (feed.nextElementSibling?.querySelector('[data-role="empty"]')) feed.nextElementSibling.remove();
  tell("feed:changed");
}

/** Throws away what is shown and starts from a fresh first page. */
export function startAnew(feed, source) {
  for (const article of findAll(":scope > article.post", feed)) article.remove();
  feed.dataset.nextCursor = source.dataset.nextCursor ?? "";
  appendOlder(feed, findAll(":scope > article.post", source));
  tell("feed:changed");
}

/** Whether a post is missing here; what is older than all that is shown comes by scrolling, not as news. */
export function isNews(feed, id) {
  if (find(`#post-${quoted(id)}`, feed)) return false;
  const oldest = feed.dataset.nextCursor && findAll(":scope > article.post", feed).at(-1);
  return !oldest || BigInt(id) > BigInt(oldest.dataset.postId);
}

/** Whether posts are missing between the feed and the oldest of those that came. */
export const hasGap = (feed, source, articles) =>
  Boolean(source?.dataset.nextCursor && articles.length) && BigInt(articles.at(-1).dataset.postId) > BigInt(feed.dataset.newestId || 0);

const isHere = (feed, { id }) => Boolean(find(`#${quoted(id)}`, feed));
const isNewer = (one, other) => BigInt(one.dataset.postId) > BigInt(other.dataset.postId);
