/** Length in the way of Weibo: a Chinese character counts 1, an ASCII one ½, a link 10; the sum is rounded up. */

const URLS = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gi;
const TRAILING = /[.,;:!?)\]']+$/;
const LINK_HALVES = 20;

/** The weighted length of `text`; the server counts in the same way and has the last word. */
export function weight(text) {
  let halves = 0;
  let position = 0;
  for (const { url, start } of urlsIn(text)) {
    halves += halvesOf(text.slice(position, start)) + LINK_HALVES;
    position = start + url.length;
  }
  return Math.ceil((halves + halvesOf(text.slice(position))) / 2);
}

/** The links of a text with their places, without the punctuation of the sentence around them. */
export const urlsIn = (text) =>
  [...text.matchAll(URLS)].map((match) => ({ url: match[0].replace(TRAILING, ""), start: match.index }));

function halvesOf(text) {
  let halves = 0;
  for (const character of text) halves += character.codePointAt(0) < 128 ? 1 : 2;
  return halves;
}
