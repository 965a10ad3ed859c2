/** The address of a link leaves the text once its chip is there. */

import { urlsIn } from "#posts/counting.js";

/** Takes `url` out where it ends a line; one that the sentence goes on after has become part of it, and stays. */
export function takeOut(area, url) {
  const { value } = area;
  const found = urlsIn(value).filter((one) => one.url === url);
  if (found.length !== 1) return;
  let { start } = found[0];
  const end = start + url.length;
  const blanks = /^[^\S\n]*(?=\n|$)/.exec(value.slice(end));
  if (!blanks) return;
  let stop = end + blanks[0].length;
  start -= /[^\S\n]*$/.exec(value.slice(0, start))[0].length;
  const isWholeLine = start === 0 || value[start - 1] === "\n";
  if (isWholeLine && value[stop] === "\n") stop += 1;
  else if (isWholeLine && start > 0) start -= 1;
  area.setRangeText("", start, stop, "preserve");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
