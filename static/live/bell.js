/** data-behaviour="bell": how many notifications wait, altogether or (data-kind) of one kind. */

import { find, role, tell } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { accountId } from "#shared/session.js";
import { hear } from "#shared/socket.js";

const MOST = 99;

export default function connect(bell, signal) {
  if (!accountId()) return;
  const number = role(bell, "unread");
  const { kind } = bell.dataset;
  const show = ({ unread, kinds }) => {
    const count = kind ? kinds[kind] : unread;
    number.dataset.value = String(count);
    number.textContent = count > MOST ? `${MOST}+` : String(count || "");
    number.hidden = !count;
    if (!kind) showReadAll(unread);
  };
  hear("bell:count", show, signal);
  document.addEventListener("bell:count", ({ detail }) => show(detail), { signal });
  if (kind) return; // the bell itself asks after a break, and tells
  const ask = () =>
    json("/notifications/unread", { signal })
      .then(({ count, kinds }) => tell("bell:count", { unread: count, kinds }))
      .catch(() => {});
  document.addEventListener("socket:back", ask, { signal });
}

function showReadAll(unread) {
  const form = find('[data-role="read-all"]');
  if (form) form.hidden = !unread;
}
