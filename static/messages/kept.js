/** What was written but is not there yet: the words in the box, and messages that did not get through. */

import { accountId } from "#shared/session.js";

const KEEPS_MS = 14 * 24 * 3600 * 1000;
const keyOf = (kind, otherId) => `messages:${kind}:${accountId()}:${otherId}`;

/** The words last seen in the box of this conversation. */
export const keptWords = (otherId) => read(keyOf("words", otherId))?.text ?? "";

/** Keeps them; no words, nothing kept. */
export const keepWords = (otherId, text) => write(keyOf("words", otherId), text.trim() ? { text, at: Date.now() } : null);

/** Messages on their way, the oldest first. */
export const keptMessages = (otherId) => (read(keyOf("out", otherId)) ?? []).filter(({ at }) => Date.now() - at < KEEPS_MS);

/** Keeps a message until the server has it. */
export function keepMessage(otherId, { key, text, image, product, card, at }) {
  const others = keptMessages(otherId).filter((one) => one.key !== key);
  write(keyOf("out", otherId), [...others, { key, text, image, product, card, at }]);
}

/** The server has it, or nobody wants it any more. */
export function forgetMessage(otherId, key) {
  const others = keptMessages(otherId).filter((one) => one.key !== key);
  write(keyOf("out", otherId), others.length ? others : null);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; writing must go on all the same. */
function write(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // The words are still in the page.
  }
}
