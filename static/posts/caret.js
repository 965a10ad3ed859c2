/** The caret of a textarea: what is before it, where it is, what goes in there. */

const COPIED = ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight", "padding", "border", "boxSizing", "tabSize"];

/** Text from the start to the caret. */
export const before = (area) => area.value.slice(0, area.selectionStart);

/** Puts text at the caret (instead of the `over` characters before it), as if it had been typed. */
export function insert(area, text, { over = 0 } = {}) {
  area.focus();
  area.setRangeText(text, area.selectionStart - over, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

/** Where the line below the caret starts, in pixels from the textarea's corner. */
export function placeOf(area, back = 0) {
  const style = getComputedStyle(area);
  const mirror = document.createElement("div");
  const mark = document.createElement("span");
  for (const name of COPIED) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", width: `${area.offsetWidth}px` });
  mirror.textContent = area.value.slice(0, area.selectionStart - back);
  mark.textContent = "\u200b";
  mirror.append(mark);
  document.body.append(mirror);
  const place = { top: mark.offsetTop + mark.offsetHeight - area.scrollTop, left: mark.offsetLeft };
  mirror.remove();
  return place;
}
