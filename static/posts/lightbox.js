/** data-behaviour="lightbox": pictures large, with their descriptions; arrows, wheel and pinch by PhotoSwipe. */

import { make, prefersStillness } from "#shared/dom.js";
import { word } from "#shared/words.js";
import PhotoSwipeLightbox from "#vendor/photoswipe-lightbox.esm.min.js";

const LONG = 2.5;

export default function connect(grid, signal) {
  const lightbox = new PhotoSwipeLightbox({
    gallery: grid,
    children: "a[data-pswp-width]",
    pswpModule: () => import("#vendor/photoswipe.esm.min.js"),
    bgOpacity: 0.92,
    showHideAnimationType: prefersStillness() ? "none" : "zoom",
    initialZoomLevel: ({ elementSize: { x, y }, fill, fit }) => (y / x > LONG ? Math.min(fill, 1) : fit),
    ...titles(),
  });
  lightbox.on("uiRegister", () => {
    lightbox.pswp.ui.registerElement({ name: "alt", order: 9, isButton: false, appendTo: "root", onInit: describe });
    lightbox.pswp.ui.registerElement({ name: "original", order: 8, isButton: false, appendTo: "bar", onInit: linkOriginal });
  });
  lightbox.init();
  signal.addEventListener("abort", () => lightbox.destroy());
}

const titles = () => ({
  closeTitle: word("close"),
  zoomTitle: word("image_zoom"),
  arrowPrevTitle: word("image_previous"),
  arrowNextTitle: word("image_next"),
  errorMsg: word("image_not_loaded"),
});

/** The description that the author gave, read out when the picture changes. */
function describe(element, pswp) {
  element.className = "lightbox__alt";
  element.setAttribute("aria-live", "polite");
  pswp.on("change", () => {
    const alt = pswp.currSlide.data.element?.querySelector("img")?.alt ?? "";
    element.textContent = alt;
    element.hidden = !alt;
  });
}

/** 查看原图 */
function linkOriginal(element, pswp) {
  const link = make("a", { className: "lightbox__original", target: "_blank", rel: "noopener" }, word("image_original"));
  element.append(link);
  pswp.on("change", () => {
    link.href = pswp.currSlide.data.src;
  });
}
