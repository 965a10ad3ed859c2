/** data-behaviour="composer": writing a post, a repost or a comment, and sending it without losing a word. */

import { find, role } from "#shared/dom.js";
import { takeVideo } from "#media/video_upload.js";
import { watchMentions } from "#posts/autocomplete.js";
import { autosave } from "#posts/autosave.js";
import { insert } from "#posts/caret.js";
import { watchLength } from "#posts/counter.js";
import { keepDraft, restore } from "#posts/drafts.js";
import { offerEmoticons } from "#posts/emoticons.js";
import { takeImages } from "#posts/images.js";
import { takeLinks } from "#posts/links.js";
import { offerDraft } from "#posts/offers.js";
import { offerOptions } from "#posts/options.js";
import { takePoll } from "#posts/poll_editor.js";
import { offerProducts } from "#posts/products_picker.js";
import { setAside, submit } from "#posts/submitting.js";

export default function connect(form, signal) {
  const text = role(form, "text");
  const parts = {};
  const composer = { form, text, parts, isSending: false, sent: "" };
  if (role(form, "links")) parts.links = takeLinks(form, signal);
  if (role(form, "images")) parts.images = takeImages(form, signal);
  if (role(form, "video")) parts.video = takeVideo(form, signal);
  const products = parts.links && offerProducts(form, parts.links, signal);
  if (role(form, "poll")) parts.poll = takePoll(form, products, signal);
  composer.length = watchLength(form, signal);
  watchMentions(form, signal);
  offerEmoticons(form, signal);
  growWith(text, signal);
  const isRestored = restore(composer);
  if (!isRestored && text.value !== text.defaultValue) composer.isUnsaved = true; // typed before the script was there
  if (role(form, "options")) offerOptions(form, signal);
  keepDraft(composer, signal);
  autosave(composer, signal);
  if (role(form, "offer")) offerDraft(composer, signal);
  listen(composer, signal);
}

function listen(composer, signal) {
  const { form, text } = composer;
  const on = (target, event, act) => target?.addEventListener(event, act, { signal });
  on(form, "submit", (event) => {
    event.preventDefault();
    if (event.submitter?.dataset.act === "set-aside") setAside(composer);
    else submit(composer);
  });
  on(form, "keydown", (event) => pressEnter(event, composer));
  on(find('[data-role="error"] [data-act=retry]', form), "click", () => submit(composer));
  on(find("[data-tool=topic]", form), "click", () => insert(text, "#"));
  on(find("[data-tool=mention]", form), "click", () => insert(text, "@"));
  on(document, "socket:down", () => showOffline(form, true));
  on(document, "socket:up", () => showOffline(form, false));
}

/** Ctrl+Enter sends from anywhere; Enter in a small field never does, nor any that an input method is asked with. */
function pressEnter(event, composer) {
  if (event.key !== "Enter") return;
  const isComposing = event.isComposing || event.keyCode === 229;
  const sends = !isComposing && (event.ctrlKey || event.metaKey);
  if (sends || event.target.localName === "input") event.preventDefault();
  if (sends) submit(composer);
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
