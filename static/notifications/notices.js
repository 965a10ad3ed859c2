/** data-behaviour="notices": what is looked at is read; what comes meanwhile waits behind a button. */

import { find, role, tell } from "#shared/dom.js";
import { fragment, json } from "#shared/http.js";
import { hear } from "#shared/socket.js";
import { complain } from "#shared/toasts.js";

export default function connect(page, signal) {
  const fresh = role(page, "fresh");
  let isRead = !find("[data-unread]", page);
  const show = ({ unread, kinds }) => {
    const { kind } = page.dataset;
    fresh.hidden = !isRead || !(kind ? kinds[kind] : unread);
  };
  const look = async () => {
    if (isRead || document.visibilityState !== "visible") return;
    isRead = true;
    const counts = await read(page, signal);
    if (counts) show(counts);
    else isRead = false; // the next look tries again; the form on the page stays
  };
  hear("bell:count", show, signal);
  document.addEventListener("visibilitychange", look, { signal });
  fresh.addEventListener("click", () => renew(page), { signal });
  look();
}

/** Marks what the page shows as read; the rows keep their mark until one leaves. */
async function read({ dataset: { kind, newest } }, signal) {
  try {
    const { count, kinds } = await json(`/notifications/read?kind=${kind}&up_to=${newest}`, { method: "POST", signal });
    const counts = { unread: count, kinds };
    tell("bell:count", counts);
    return counts;
  } catch {
    return null;
  }
}

async function renew(page) {
  try {
    page.replaceWith(find('[data-behaviour~="notices"]', await fragment(page.dataset.url)));
    scrollTo({ top: 0 });
  } catch (refusal) {
    complain(refusal, () => renew(page));
  }
}
