/** The scroller of a conversation rests at its foot; upwards comes what was said before. */

import { find, prefersStillness, role } from "#shared/dom.js";
import { word } from "#shared/words.js";

const NEAR_PX = 80;
const AHEAD = "400px 0px 0px 0px";

/** Answers `{down, isDown, keeping, watchTop}`; `atTop` is called when the beginning comes into sight. */
export function watchScroll(section, atTop, signal) {
  const scroller = role(section, "scroll");
  const button = find("[data-act=down]", section);
  const isDown = () => Math.abs(scroller.scrollTop) < NEAR_PX;
  const down = () => scroller.scrollTo({ top: 0, behavior: prefersStillness() ? "auto" : "smooth" });
  const label = (key) => (role(button, "down-label").textContent = word(key));
  scroller.addEventListener("scroll", () => {
    button.hidden = isDown();
    if (button.hidden) label("messages_down");
  }, { signal, passive: true });
  button.addEventListener("click", down, { signal });

  const top = new IntersectionObserver(([entry]) => entry.isIntersecting && atTop(), { root: scroller, rootMargin: AHEAD });
  const watchTop = () => {
    top.disconnect();
    const link = find("[data-role=more]", role(section, "earlier"));
    if (link) top.observe(link);
  };
  role(section, "earlier").addEventListener("click", (event) => {
    if (!event.target.closest("[data-role=more]")) return;
    event.preventDefault();
    atTop();
  }, { signal });
  signal.addEventListener("abort", () => top.disconnect());
  watchTop();
  return { down, isDown, keeping: (act, sayFresh = () => label("messages_fresh")) => keeping(scroller, isDown, act, sayFresh), watchTop };
}

/** Whoever reads further up stays there while something comes at the foot; the button says that it came. */
function keeping(scroller, isDown, act, sayFresh) {
  const wasDown = isDown();
  const before = scroller.scrollHeight;
  act();
  const grown = scroller.scrollHeight - before;
  if (wasDown || !grown) return;
  scroller.scrollTop -= grown;
  sayFresh();
}
