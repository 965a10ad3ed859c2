/** data-behaviour="scheduled": a list of what waits for its time is drawn anew when the next time has come. */

import { find, findAll, parse } from "#shared/dom.js";
import { send } from "#shared/http.js";

const GRACE_MS = 4000;
const LONGEST_MS = 3600_000;

export default function connect(list, signal) {
  const times = findAll(".draft__when:not(.draft__when--failed) time", list).map((time) => Date.parse(time.dateTime) + GRACE_MS);
  const next = Math.min(...times.filter((time) => time > Date.now()));
  if (!Number.isFinite(next)) return;
  const timer = setTimeout(() => renew(list, signal), Math.min(next - Date.now(), LONGEST_MS));
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** The fresh list takes the place of this one, unless someone is at work in it. */
async function renew(list, signal) {
  try {
    const page = parse((await send(location.href, { signal, quietly: true })).html);
    const fresh = find(".drafts, main .empty", page);
    if (fresh && !list.contains(document.activeElement)) list.replaceWith(fresh.closest(".sheet") ?? fresh);
  } catch {
    // The list is as it was; a reload tells.
  }
}
