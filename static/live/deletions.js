/** What happens to posts while they are being read: they go, come back, or look different from now on. */

import { copyOf, find, findAll, quoted } from "#shared/dom.js";
import { hear } from "#shared/socket.js";
import { refreshEverywhere } from "#posts/refreshing.js";

/** Starts once for the page. */
export function watchDeletions() {
  hear("post:deleted", showDeleted);
  hear("post:restored", refreshEverywhere);
  hear("post:changed", refreshEverywhere);
}

/** Shows that a post is gone: at once where it is quoted, then as its tombstone; `root_id` is that of its tree. */
export async function showDeleted({ id, root_id: rootId }) {
  for (const quote of findAll(`.root[data-post-id="${quoted(id)}"]`)) bury(quote);
  await refreshEverywhere({ id, root_id: rootId });
}

/** Without asking: the words of the repost stay. */
function bury(quote) {
  const template = find("#tombstone-template");
  if (!template || quote.classList.contains("root--deleted")) return;
  quote.classList.add("root--deleted");
  quote.replaceChildren(copyOf(template));
}
