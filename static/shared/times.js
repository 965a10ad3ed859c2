/** Relative times kept fresh: 刚刚, 5分钟前, 今天 12:03, 5-12, 2024-5-12. */

import { findAll } from "#shared/dom.js";
import { word } from "#shared/words.js";

const MINUTE = 60_000;
const two = (value) => String(value).padStart(2, "0");

/** How long ago `at` was, seen from `now`, both Dates, in local time. */
export function ago(at, now = new Date()) {
  const passed = now - at;
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (passed < MINUTE) return word("time_now");
  if (passed < 60 * MINUTE) return word("time_minutes", { n: Math.floor(passed / MINUTE) });
  if (at.toDateString() === now.toDateString()) return word("time_today", { clock });
  const day = `${at.getMonth() + 1}-${at.getDate()}`;
  return at.getFullYear() === now.getFullYear() ? day : `${at.getFullYear()}-${day}`;
}

/** Refreshes every `<time data-ago>` now and each minute while the page is seen. */
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
