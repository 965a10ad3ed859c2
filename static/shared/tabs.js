/** A row of tabs may be wider than a phone: it begins where the current one is. */

import { findAll } from "#shared/dom.js";

const EDGE = 24;

export function showCurrentTab() {
  for (const tab of findAll(".tabs > [aria-current]")) {
    const row = tab.parentElement;
    const past = tab.offsetLeft - row.offsetLeft + tab.offsetWidth + EDGE - row.clientWidth;
    if (past > 0) row.scrollLeft = past;
  }
}
