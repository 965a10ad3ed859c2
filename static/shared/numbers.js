/** Counts as people read them, cut as the server cuts them: 9999, 1.2万, 3.4亿; in English 9999, 12K, 3.4M. */

const STEPS = { zh: [[1e8, "亿"], [1e4, "万"]], en: [[1e9, "B"], [1e6, "M"], [1e3, "K"]] };

/** `count` in the page's language; 19,999 is 1.9万, as it is not yet 2万. */
export function readable(count, language = document.documentElement.lang) {
  if (count < 1e4) return String(count);
  const [size, suffix] = (language.startsWith("zh") ? STEPS.zh : STEPS.en).find(([from]) => count >= from);
  const tenths = Math.floor((count * 10) / size);
  return `${tenths >= 1e4 ? Math.floor(tenths / 10) : tenths / 10}${suffix}`;
}

/** Shows an exact count on an element; nought is left empty. */
export function showCount(element, count) {
  const exact = Math.max(0, count);
  if (element.dataset.value === String(exact)) return;
  element.dataset.value = String(exact);
  element.textContent = exact ? readable(exact) : "";
}

/** The exact count an element shows. */
export const countOf = (element) => Number(element.dataset.value ?? element.textContent) || 0;
