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
    if (isHere(feed, article)) continue;
    article.classList.add("post--new");
    const older = findAll(":scope > article.post", feed).find((other) => isNewer(article, other));
    if (older) older.before(article);
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

const isHere = (feed, { id }) => Boolean(find(`#${quoted(id)}`, feed));
const isNewer = (one, other) => BigInt(one.dataset.postId) > BigInt(other.dataset.postId);
