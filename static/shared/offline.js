/** The bar 「连接已断开，正在重连」: shown only when the break lasts. */

import { find } from "#shared/dom.js";
import { reconnect } from "#shared/socket.js";

const GRACE_MS = 1500;

/** Follows the socket and the network for the whole page. */
export function watchConnection() {
  const bar = find("#offline-bar");
  if (!bar) return;
  let timer = 0;
  const show = () => {
    bar.hidden = false;
  };
  const down = (event, delay = GRACE_MS) => {
    timer ||= setTimeout(show, delay);
  };
  const up = () => {
    clearTimeout(timer);
    timer = 0;
    bar.hidden = true;
  };
  document.addEventListener("socket:down", down);
  document.addEventListener("socket:up", up);
  addEventListener("offline", () => down(null, 0));
  addEventListener("online", reconnect);
  find("[data-act=reconnect]", bar)?.addEventListener("click", reconnect);
}
