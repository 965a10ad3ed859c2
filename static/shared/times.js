/** Relative times kept fresh: 刚刚, 5分钟前, 今天 12:03, 昨天 12:03, 5-12, 2024-5-12; by the clock of the site. */

import { findAll } from "#shared/dom.js";
import { word } from "#shared/words.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SITE_OFFSET = 8 * 60 * MINUTE;
const two = (value) => String(value).padStart(2, "0");
const onSite = (at) => new Date(at.getTime() + SITE_OFFSET);
const dayOf = (local) => Math.floor(local.getTime() / DAY);

/** How long ago `at` was, seen from `now`, in the words that the server uses. */
export function ago(at, now = new Date()) {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return word("time_now");
  if (minutes < 60) return word(minutes === 1 ? "time_minute" : "time_minutes", { n: minutes });
  const [local, today] = [onSite(at), onSite(now)];
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  if (dayOf(local) === dayOf(today)) return word("time_today", { clock });
  if (dayOf(local) === dayOf(today) - 1) return word("time_yesterday", { clock });
  const day = `${local.getUTCMonth() + 1}-${local.getUTCDate()}`;
  return local.getUTCFullYear() === today.getUTCFullYear() ? day : `${local.getUTCFullYear()}-${day}`;
}

/** Refreshes every `<time data-ago>` each minute while the page is seen. */
export function keepTimesFresh() {
  const refresh = () => {
    if (document.hidden) return;
    for (const element of findAll("time[data-ago]")) {
      const shown = ago(new Date(element.dateTime));
      if (element.textContent !== shown) element.textContent = shown;
    }
  };
  setInterval(refresh, MINUTE);
  document.addEventListener("visibilitychange", refresh);
}
