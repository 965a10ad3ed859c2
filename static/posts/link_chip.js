/** A pending chip waits for `link:ready`; the fetch after watching and a slow poll cover what the socket missed. */

import { parseOne } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { hear, keepSaying } from "#shared/socket.js";

const LOOKS_AT_MS = [0, 2000, 5000, 10_000, 20_000, 40_000];

/** Calls `ready` with the fresh chip, once, unless the chip has gone before. */
export function watchChip(chip, ready, signal) {
  const id = chip.dataset.linkId;
  const life = new AbortController();
  const end = () => life.abort();
  signal.addEventListener("abort", end, { signal: life.signal });
  let isLooking = false;

  const look = async () => {
    if (!chip.isConnected) return end();
    if (isLooking || life.signal.aborted) return null;
    isLooking = true;
    try {
      const fresh = parseOne((await send(`/links/${id}`, { signal: life.signal })).html);
      if (fresh.dataset.status !== "pending" && !life.signal.aborted) {
        end();
        ready(fresh);
      }
    } catch {
      // The next look or the socket will tell.
    } finally {
      isLooking = false;
    }
    return null;
  };

  hear("link:ready", (news) => String(news.id) === id && look(), life.signal);
  keepSaying("link:watch", () => ({ id }), life.signal);
  const timers = LOOKS_AT_MS.map((delay) => setTimeout(look, delay));
  life.signal.addEventListener("abort", () => timers.forEach((timer) => clearTimeout(timer)));
}
