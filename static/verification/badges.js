/** The V of an account comes and goes while its posts and its name are being read. */

import { find, findAll, parse, quoted, role, tell } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { hear } from "#shared/socket.js";

const WITHIN_MS = 800; // by chance: not every open page asks at the same moment
const asking = new Set();

/** Starts once for the page. */
export function watchBadges() {
  hear("account:badge", ({ id }) => askSoon(String(id)));
}

function askSoon(id) {
  if (asking.has(id) || !isHere(id)) return;
  asking.add(id);
  setTimeout(() => {
    asking.delete(id);
    renew(id).catch(() => {}); // what could not be asked is right again with the next page
  }, Math.random() * WITHIN_MS);
}

const avatarsOf = (id) => findAll(`.avatar[data-account-id="${quoted(id)}"]`);
const namesOf = (id) => findAll(`.name[data-account-id="${quoted(id)}"], [data-name-of="${quoted(id)}"]`);
const isHere = (id) => avatarsOf(id).length + namesOf(id).length > 0;

async function renew(id) {
  const { html } = await send(`/accounts/${id}/badge`);
  const badge = find('[data-role="badge"]', parse(html));
  if (!badge) return;
  const mark = role(badge, "mark").firstElementChild;
  const said = role(badge, "said").firstElementChild;
  const reason = role(badge, "reason").textContent.trim();
  for (const avatar of avatarsOf(id)) put(mark, find(".v", avatar), avatar);
  for (const name of namesOf(id)) say(said, name);
  for (const place of findAll(`[data-reason-of="${quoted(id)}"]`)) {
    place.textContent = reason || place.dataset.otherwise || "";
    place.hidden = !place.textContent;
  }
  for (const place of findAll(`[data-line-of="${quoted(id)}"]`)) place.replaceChildren(...role(badge, "line").cloneNode(true).childNodes);
  tell("relations:changed"); // cards of people are fetched anew
}

function put(fresh, old, avatar) {
  old?.remove();
  if (fresh) avatar.append(fresh.cloneNode(true));
}

/** The words that stand beside a name for those who cannot see the V. */
function say(fresh, name) {
  const next = name.nextElementSibling;
  if (next?.dataset.role === "badge-said") next.remove();
  if (fresh) name.after(fresh.cloneNode(true));
}
