/** data-behaviour="bell": how many notifications wait. */

import { role } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear } from "#shared/socket.js";

const MOST = 99;

export default function connect(bell, signal) {
  if (!accountId()) return;
  const number = role(bell, "unread");
  const show = (unread) => {
    number.dataset.value = String(unread);
    number.textContent = unread > MOST ? `${MOST}+` : String(unread);
    number.hidden = !unread;
  };
  const ask = () => json("/notifications/unread", { signal }).then(({ count }) => show(count)).catch(() => {});
  hear("bell:count", ({ unread }) => show(unread), signal);
  document.addEventListener("socket:back", ask, { signal });
}
