/** 更多: when a post goes out, what covers it, who may join in; what was chosen is said in a row of chips. */

import { find, findAll, make, role, tell } from "#shared/dom.js";
import { word } from "#shared/words.js";
import { reset } from "#posts/contents.js";
import { bindPopover } from "#posts/popover.js";
import { quickTimes, readable, typedNow } from "#posts/times_to_choose.js";

/** Binds the panel and keeps chips and the button's word right. */
export function offerOptions(form, signal) {
  const panel = role(form, "options");
  const chips = role(form, "choices");
  const time = role(panel, "publish-at");
  const send = role(form, "submit");
  const words = { now: send.textContent, later: word("schedule"), saved: word("schedule_save") };

  const look = () => {
    const made = choices(form, panel);
    chips.replaceChildren(...made.map(chipOf));
    chips.hidden = !made.length;
    const isWaiting = "scheduled" in form.dataset;
    send.textContent = time.value ? (isWaiting ? words.saved : words.later) : words.now;
    find('[data-tool="options"]', form).toggleAttribute("data-chosen", made.length > 0);
  };
  const opened = () => {
    time.min = typedNow(form.dataset.zone);
    role(panel, "quick-times").replaceChildren(...quickTimes(form.dataset.zone).map(quickButton));
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  };
  bindPopover(form, "options", panel, opened, signal);
  form.addEventListener("input", look, { signal });
  form.addEventListener("change", look, { signal });
  panel.addEventListener(
    "click",
    ({ target }) => {
      const quick = target.closest("[data-time]");
      if (quick) set(time, quick.dataset.time);
    },
    { signal },
  );
  chips.addEventListener("click", ({ target }) => takeBack(form, target.closest("[data-chip]")), { signal });
  look();
}

/** What differs from a fresh composer, in words. */
function choices(form, panel) {
  const field = (name) => find(`[name=${name}]`, panel);
  const chosen = (name) => field(name).selectedOptions[0].textContent;
  const note = field("fold_note").value.trim();
  return [
    field("publish_at").value && { name: "publish_at", text: readable(field("publish_at").value, form.dataset.zone) },
    field("is_folded").checked && { name: "is_folded", text: note ? word("folded_note", { note }) : word("folded") },
    field("is_ai_made").checked && { name: "is_ai_made", text: word("ai_made") },
    field("reposters").value !== "all" && { name: "reposters", text: word("reposters", { who: chosen("reposters") }) },
    field("commenters").value !== "all" && { name: "commenters", text: word("commenters", { who: chosen("commenters") }) },
    field("approves_comments").checked && { name: "approves_comments", text: word("approves") },
  ].filter(Boolean);
}

function chipOf({ name, text }) {
  return make("li", { className: "choices-made__chip" }, make("span", {}, text),
    make("button", { type: "button", className: "choices-made__off", dataset: { chip: name }, aria: { label: word("take_back", { text }) } }, "×"));
}

function quickButton({ label, value }) {
  return make("button", { type: "button", className: "option__quickly", dataset: { time: value } }, label);
}

function takeBack(form, button) {
  if (!button) return;
  for (const field of findAll(`[data-kept][name="${button.dataset.chip}"]`, form)) reset(field);
  tell("input", {}, form);
  role(form, "text").focus();
}

function set(field, value) {
  field.value = value;
  tell("input", {}, field);
}
