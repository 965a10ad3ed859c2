/** data-behaviour="composer": writing a post, a repost or a comment, and sending it without losing a word. */

import { find, role } from "#shared/dom.js";
import { watchMentions } from "#posts/autocomplete.js";
import { insert } from "#posts/caret.js";
import { watchLength } from "#posts/counter.js";
import { keepDraft, restore } from "#posts/drafts.js";
import { offerEmoticons } from "#posts/emoticons.js";
import { takeImages } from "#posts/images.js";
import { takeLinks } from "#posts/links.js";
import { offerProducts } from "#posts/products_picker.js";
import { submit } from "#posts/submitting.js";

export default function connect(form, signal) {
  const text = role(form, "text");
  const links = role(form, "links") && takeLinks(form, signal);
  const images = role(form, "images") && takeImages(form, signal);
  const composer = { form, text, links, images, isSending: false, sent: "" };
  composer.length = watchLength(form, signal);
  watchMentions(form, signal);
  offerEmoticons(form, signal);
  if (links) offerProducts(form, links, signal);
  growWith(text, signal);
  restore(composer);
  keepDraft(composer, signal);
  listen(composer, signal);
}

function listen(composer, signal) {
  const { form, text } = composer;
  const on = (target, event, act) => target?.addEventListener(event, act, { signal });
  on(form, "submit", (event) => {
    event.preventDefault();
    submit(composer);
  });
  on(text, "keydown", (event) => {
    if (event.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit(composer);
  });
  on(find('[data-role="error"] [data-act=retry]', form), "click", () => submit(composer));
  on(find("[data-tool=topic]", form), "click", () => insert(text, "#"));
  on(find("[data-tool=mention]", form), "click", () => insert(text, "@"));
  on(document, "socket:down", () => showOffline(form, true));
  on(document, "socket:up", () => showOffline(form, false));
}

function showOffline(form, is) {
  const hint = role(form, "offline");
  if (hint) hint.hidden = !(is && role(form, "text").value);
}

/** Grows with its text where CSS cannot. */
function growWith(text, signal) {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = () => {
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight}px`;
  };
  text.addEventListener("input", grow, { signal });
}
