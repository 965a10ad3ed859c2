/** The rows of the autocomplete list, from the templates of the page. */

import { copyOf, find, newKey, role } from "#shared/dom.js";
import { readable } from "#shared/numbers.js";
import { word } from "#shared/words.js";

/** Fills `list`; each row carries in `data-text` what choosing it types. */
export function renderSuggestions(list, kind, found) {
  list.id ||= `suggest-${newKey()}`;
  list.replaceChildren(...found.map(kind === "account" ? accountRow : topicRow));
  for (const [index, row] of [...list.children].entries()) row.id = `${list.id}-${index}`;
}

function accountRow({ nickname, handle, avatar_url: avatar, follows }) {
  const row = copyOf(find("#suggest-account"));
  role(row, "avatar").src = avatar;
  role(row, "name").textContent = nickname;
  role(row, "hint").textContent = follows ? word("suggest_followed", { handle }) : `@${handle}`;
  row.dataset.text = `@${nickname} `;
  return row;
}

function topicRow({ name, post_count: count }) {
  const row = copyOf(find("#suggest-topic"));
  role(row, "name").textContent = `#${name}#`;
  role(row, "hint").textContent = count ? word("suggest_posts", { n: readable(count) }) : "";
  row.dataset.text = `#${name}# `;
  return row;
}
