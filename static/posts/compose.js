/** 发微博: to the composer of this page, or to one in a dialog; and what happens once something is published. */

import { copyOf, find, findAll, parse, role } from "#shared/dom.js";
import { open } from "#shared/dialogs.js";
import { toast } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { leaveDialog, listenForLogout } from "#posts/leaving.js";

const LISTS = { draft: "/drafts", held: "/drafts?tab=review" };

/** Listens on the whole page. */
export function listenForCompose() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-act=compose]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (compose()) event.preventDefault();
  });
  document.addEventListener("composer:done", ({ target, detail }) => {
    const dialog = target.closest?.("dialog");
    const isPage = target.closest?.(".compose-page");
    if (dialog?.contains(target)) dialog.close();
    if (isPage) return goOn(detail);
    if (detail.data?.message) return toast(detail.data.message, lookAt(detail.data.url));
    if (detail.kind === "post" || detail.kind === "repost") thank(detail);
    return null;
  });
  listenForLogout();
}

/** Focuses a composer that can be seen, or opens the one for everywhere; false when the page has none. */
function compose() {
  const areas = findAll('form[data-behaviour~="composer"][data-kind="post"] [data-role="text"]');
  const area = areas.find((one) => one.offsetParent);
  const template = find("#compose-template");
  if (area) area.scrollIntoView({ block: "center" });
  else if (!template) return false;
  (area ?? role(openCopy(template), "text")).focus();
  return true;
}

function openCopy(template) {
  const dialog = document.body.appendChild(copyOf(template));
  dialog.addEventListener("close", () => leaveDialog(dialog), { once: true });
  return open(dialog);
}

/** In a feed the new post is its own thanks; elsewhere a sentence leads to it. */
function thank({ html, kind }) {
  const look = lookAt(urlIn(html));
  if (kind === "repost") toast(word("reposted"), look);
  else if (!find('.feed[data-feed-kind="home"]')) toast(word("published"), look);
}

/** The page of the composer alone is done with: on to the post, or to where it waits. */
const goOn = ({ html, data, kind }) => location.assign(data?.url ?? LISTS[kind] ?? urlIn(html) ?? "/");

const urlIn = (html) => find("article[data-url]", parse(html))?.dataset.url;
const lookAt = (url) => (url ? { act: () => location.assign(url), label: word("look") } : {});
