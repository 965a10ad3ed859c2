/** What a composer holds beside its text, read and put back as one: pictures, a video, links, a poll, choices. */

import { find, findAll } from "#shared/dom.js";

const PARTS = ["images", "video", "links", "poll"];

/** Everything, as it can be stored. */
export function contentOf({ form, text, parts }) {
  const listed = Object.fromEntries(PARTS.map((name) => [name, parts[name]?.listed() ?? []]));
  return { text: text.value, ...listed, choices: Object.fromEntries(choices(form).map((field) => [field.name, valueOf(field)])) };
}

/** Choices alone are no content. */
export const isEmpty = (content) => !content.text.trim() && PARTS.every((name) => !content[name]?.length);

/** Puts stored content into a composer that has none. */
export function fill({ form, text, parts }, content) {
  text.value = content.text ?? "";
  for (const name of PARTS) if (content[name]?.length) parts[name]?.restore(content[name]);
  for (const field of choices(form)) if (field.name in (content.choices ?? {})) setTo(field, content.choices[field.name]);
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Takes everything out; choices go back to what they are at first. */
export function empty({ form, text, parts }) {
  text.value = "";
  for (const name of PARTS) parts[name]?.clear();
  for (const field of choices(form)) reset(field);
  for (const tick of findAll("input[type=checkbox]:not([data-kept], [name=poll_on])", form)) tick.checked = tick.defaultChecked;
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** One choice back to what a fresh composer has. */
export function reset(field) {
  const first = { checkbox: false, "select-one": find("option", field)?.value }[field.type] ?? "";
  setTo(field, first);
}

const choices = (form) => findAll("[data-kept]", form);
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);

function setTo(field, value) {
  const isKnown = field.type !== "select-one" || findAll("option", field).some((option) => option.value === value);
  if (field.type === "checkbox") field.checked = value;
  else if (isKnown) field.value = value;
  else if (field.name === "audience") field.value = "self"; // a group that is gone: nobody more than it was written for
}
