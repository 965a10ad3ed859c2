/** Messages in their order: by id, those on their way last; where a day and where a run of one person begins. */

import { find, findAll, parse, quoted } from "#shared/dom.js";

const PAUSE_MS = 5 * 60_000;
const SITE_OFFSET_MS = 8 * 3600_000;

/** The day of a moment by the clock of the site, as the server writes it. */
export const dayOf = (at) => new Date(at.getTime() + SITE_OFFSET_MS).toISOString().slice(0, 10);

/** Ids are longer than numbers can be: the longer one is the later one. */
export const isLater = (id, than) => id.length > than.length || (id.length === than.length && id > than);

/** The id of the newest message that the server has sent; "0" without any. */
export const newestId = (list) => findAll("[data-message-id]", list).at(-1)?.dataset.messageId ?? "0";

/** Puts a message of the server's where it belongs; the one on its way with the same key, or an older look of it, goes. */
export function place(list, item) {
  const { messageId, key } = item.dataset;
  const twin = find(`#message-${quoted(messageId)}`, list) ?? (key && find(`.message--pending[data-key="${quoted(key)}"]`, list));
  const isNew = !twin || twin.classList.contains("message--pending");
  twin?.remove();
  const next = findAll(".message", list).find(({ dataset }) => !dataset.messageId || isLater(dataset.messageId, messageId));
  list.insertBefore(item, next ?? null);
  arrange(list);
  return isNew;
}

/** The messages of a fragment, oldest first, and whether there are more. */
export function messagesIn(html) {
  const found = find("[data-role=messages]", parse(html));
  return { items: [...(found?.children ?? [])], hasMore: Boolean(found?.dataset.hasMore) };
}

/** Says of every message how it stands to those before and after it. */
export function arrange(list) {
  const items = findAll(".message", list);
  items.forEach((item, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    item.toggleAttribute("data-starts-day", before?.dataset.day !== item.dataset.day);
    item.toggleAttribute("data-starts-run", !before || !belong(before, item));
    item.toggleAttribute("data-ends-run", !after || !belong(item, after));
  });
}

function belong(first, second) {
  if ("gone" in first.dataset || "gone" in second.dataset) return false;
  const isQuick = new Date(second.dataset.at) - new Date(first.dataset.at) < PAUSE_MS;
  return isQuick && first.dataset.authorId === second.dataset.authorId && first.dataset.day === second.dataset.day;
}
