/** Small words for the document: find, make, parse, replace. */

/** First match below `root`, or null. */
export const find = (selector, root = document) => root.querySelector(selector);

/** All matches below `root`, as an array. */
export const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

/** The part of a controller's element that the template marked with data-role. */
export const role = (root, name) => root.querySelector(`[data-role="${name}"]`);

/** A copy of what a `<template>` holds: its first element. */
export const copyOf = (template) => template.content.firstElementChild.cloneNode(true);

/** An element with properties, data, aria attributes and children; text is never parsed as markup. */
export function make(tag, { dataset = {}, aria = {}, ...properties } = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  Object.assign(element.dataset, dataset);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Elements of a fragment that our own server rendered; its scripts never run. */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** The first element of a fragment of our own server. */
export const parseOne = (html) => parse(html).firstElementChild;

/** A value made safe for use inside a selector. */
export const quoted = (value) => CSS.escape(String(value));

/** Announce something to whoever listens on the page. */
export const tell = (name, detail = {}, target = document) =>
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true }));

/** Calls `act` after `delay` ms of quiet; `.cancel()` forgets it. */
export function debounced(act, delay) {
  let timer = 0;
  const later = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), delay);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** A fresh random key, also where the page is not served over https. */
export const newKey = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16),
  );

/** Whether the person asked for less motion. */
export const prefersStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether a key press belongs to the text being typed, not to a shortcut. */
export const isTyping = (event) =>
  event.isComposing ||
  event.keyCode === 229 ||
  Boolean(event.target.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]"));
