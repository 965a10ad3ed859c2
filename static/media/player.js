/** data-behaviour="player": one video at a time, and none that is out of sight. */

import { find, findAll, role } from "#shared/dom.js";
import { word } from "#shared/words.js";

const SEEN = 0.25;

export default function connect(figure, signal) {
  const screen = find("video", figure);
  const on = (target, event, act) => target.addEventListener(event, act, { signal });
  screen.controls = false; // before it is played there is one thing to do: the large button
  on(find("[data-act=play]", figure), "click", () => start(screen));
  on(screen, "play", () => {
    figure.dataset.started = "";
    for (const other of findAll(".video__screen")) if (other !== screen) other.pause();
  });
  on(find("source", screen), "error", () => complain(figure));
  on(screen, "error", () => complain(figure));
  pauseOutOfSight(screen, signal);
}

function start(screen) {
  screen.controls = true;
  screen.focus();
  // Refused (the page went, the file is gone) it says so by its own event.
  screen.play().catch(() => {});
}

function complain(figure) {
  const trouble = role(figure, "trouble");
  trouble.textContent = word("video_unplayable");
  trouble.hidden = false;
}

/** Scrolled away it stops, but not while it is shown in a window of its own or over the whole screen. */
function pauseOutOfSight(screen, signal) {
  const watch = new IntersectionObserver(
    ([{ intersectionRatio }]) => {
      const isElsewhere = document.pictureInPictureElement === screen || document.fullscreenElement === screen;
      if (intersectionRatio < SEEN && !isElsewhere) screen.pause();
    },
    { threshold: [0, SEEN] },
  );
  watch.observe(screen);
  signal.addEventListener("abort", () => (watch.disconnect(), screen.pause()));
}
