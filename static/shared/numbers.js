/** Counts as people read them: 9999, 1.2万, 3.4亿; in English 9,999, 12k, 3.4M. */

const STEPS = { zh: [[1e8, "亿"], [1e4, "万"]], en: [[1e9, "B"], [1e6, "M"], [1e4, "k", 1e3]] };

/** `count` in the page's language, never rounded up past what is true. */
export function readable(count, language = document.documentElement.lang) {
  const steps = language.startsWith("zh") ? STEPS.zh : STEPS.en;
  for (const [from, sign, unit = from] of steps) {
    if (count >= from) return `${tenths(count / unit)}${sign}`;
  }
  return String(count);
}

function tenths(value) {
  return value >= 100 ? String(Math.floor(value)) : String(Math.floor(value * 10) / 10);
}

/** Shows an exact count on an element: `data-zero` is its text at nought. */
export function showCount(element, count) {
  const exact = Math.max(0, count);
  if (element.dataset.value === String(exact)) return;
  element.dataset.value = String(exact);
  element.textContent = exact ? readable(exact) : (element.dataset.zero ?? "");
}

/** The exact count an element shows. */
export const countOf = (element) => Number(element.dataset.value ?? element.textContent) || 0;
