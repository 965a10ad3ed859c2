/** data-behaviour="unread-messages": how many messages wait, on every page. */

import { role } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear } from "#shared/socket.js";

const MOST = 99;

export default function connect(link, signal) {
  if (!accountId()) return;
  const number = role(link, "unread");
  const show = ({ main }) => {
    number.dataset.value = String(main);
    number.textContent = main > MOST ? `${MOST}+` : String(main);
    number.hidden = !main;
  };
  const ask = () => json("/messages/unread", { signal }).then(show).catch(() => {});
  hear("messages:count", show, signal);
  document.addEventListener("socket:back", ask, { signal });
}
