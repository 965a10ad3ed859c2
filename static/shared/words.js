/** The sentences of the page in its language, from `<script id="words">`. */

let words = null;

/** The sentence `key` with its `{blanks}` filled; the key itself when the page does not know it. */
export function word(key, blanks = {}) {
  words ??= JSON.parse(document.getElementById("words")?.textContent || "{}");
  const sentence = words[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => blanks[name] ?? whole);
}
