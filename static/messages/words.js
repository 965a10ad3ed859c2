/** Words of a message before the server has seen them: emoticons already drawn, everything else as it was typed. */

import { make } from "#shared/dom.js";

const LIST = new URL("../shared/emoticons.json", import.meta.url);
const CODE = /(\[[\u4e00-\u9fffA-Za-z]{1,8}\])/;
let emoticons = null;

/** Fills an element with the words; the list of emoticons is asked for once, and only where a code may stand. */
export async function showWords(element, text) {
  element.classList.add("bubble--plain");
  element.textContent = text;
  if (!CODE.test(text)) return;
  emoticons ??= fetch(LIST).then(async (answer) => new Map((await answer.json()).map(({ code, emoji }) => [code, emoji])));
  try {
    const known = await emoticons;
    element.replaceChildren(...text.split(CODE).map((part) => (known.has(part) ? drawn(part, known.get(part)) : part)));
  } catch {
    emoticons = null;
  }
}

const drawn = (code, emoji) => make("i", { className: "rich__emoji", role: "img", title: code, aria: { label: code } }, emoji);
