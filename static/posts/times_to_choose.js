/** Times in the zone of the site, as `<input type="datetime-local">` holds them: 2026-05-12T12:03. */

import { word } from "#shared/words.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Now, on the wall clock of `zone`. */
export const typedNow = (zone) => typed(wallClock(zone));

/** A few likely times, each later than the one before. */
export function quickTimes(zone) {
  const now = wallClock(zone);
  const at = (days, hour) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, hour));
  const hour = new Date(Math.ceil((now.getTime() + HOUR) / (5 * MINUTE)) * 5 * MINUTE);
  const times = [
    { label: word("in_an_hour"), at: hour },
    { label: word("this_evening"), at: at(0, 20) },
    { label: word("tomorrow_morning"), at: at(1, 8) },
    { label: word("tomorrow_evening"), at: at(1, 20) },
  ];
  return times.filter(({ at: moment }, index) => !index || moment - now > 90 * MINUTE).map(({ label, at: moment }) => ({ label, value: typed(moment) }));
}

/** 今天 20:00, 明天 08:00, 5-12 08:00. */
export function readable(value, zone) {
  const [day, clock] = value.split("T");
  const today = typedNow(zone).slice(0, 10);
  const tomorrow = typed(new Date(wallClock(zone).getTime() + 24 * HOUR)).slice(0, 10);
  if (day === today) return word("goes_out_today", { clock });
  if (day === tomorrow) return word("goes_out_tomorrow", { clock });
  const [year, month, date] = day.split("-").map(Number);
  return word("goes_out", { time: `${year === Number(today.slice(0, 4)) ? "" : `${year}-`}${month}-${date} ${clock}` });
}

/** A Date whose UTC fields are what the clocks of the zone show. */
const wallClock = (zone) => new Date(`${new Date().toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`);

const typed = (date) => date.toISOString().slice(0, 16);
