/** data-behaviour="feed-control": what a reader does not want leaves the feed at once, and can come back. */

import { findAll, find } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { requestOf } from "#shared/swap.js";
import { complain, toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";

const CONTROLLED = ["home", "public", "topic"];

/** Which other posts of the feed go together with the one whose menu was used. */
const ALIKE = {
  author: (one, other) => authorOf(one) === authorOf(other),
  reposts: (one, other) => authorOf(one) === authorOf(other) && isRepost(other),
  products: (_one, other) => Boolean(find("[data-product-id]", other)),
  topic: (_one, other, name) => findAll("a.rich__topic", other).some((link) => link.textContent.trim() === `#${name}#`),
};

export default function connect(form, signal) {
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      if (form.ariaBusy !== "true") leaveOut(form);
    },
    { signal },
  );
}

async function leaveOut(form) {
  const { url, method, body } = requestOf(form);
  const gone = alikeTo(form);
  form.ariaBusy = "true";
  try {
    const answer = await json(url, { method, body });
    hide(gone);
    toast(form.dataset.done, { act: () => letIn(answer?.undo_url ?? url, gone), label: word("undo") });
  } catch (refusal) {
    complain(refusal, () => leaveOut(form));
  } finally {
    form.ariaBusy = null;
  }
}

async function letIn(url, gone) {
  try {
    await json(url, { method: "DELETE" });
    for (const article of gone) article.hidden = false;
    gone[0]?.focus({ preventScroll: true });
  } catch (refusal) {
    complain(refusal, () => letIn(url, gone));
  }
}

/** On the page of one account or of one post nothing is hidden: there one has asked for it. */
function alikeTo(form) {
  const article = form.closest("article.post");
  const feed = article?.closest(".feed");
  if (!feed || !CONTROLLED.includes(feed.dataset.feedKind)) return [];
  const isAlike = ALIKE[form.dataset.hides];
  const name = find('input[name="name"]', form)?.value;
  return findAll(":scope > article.post", feed).filter((other) => other === article || (!isOwn(other) && isAlike(article, other, name)));
}

/** The keyboard goes on with the next post that is left. */
function hide(gone) {
  const last = gone.at(-1);
  const hadFocus = gone.some((article) => article.contains(document.activeElement));
  for (const article of gone) article.hidden = true;
  let next = last?.nextElementSibling;
  while (next?.hidden) next = next.nextElementSibling;
  if (hadFocus && next?.matches("article.post")) next.focus({ preventScroll: true });
}

const authorOf = (article) => find(":scope > .post__who a.name", article)?.getAttribute("href");
const isRepost = (article) => article.dataset.rootId !== article.dataset.postId;
const isOwn = (article) => authorOf(article) === `/u/${document.body.dataset.accountId}`;
