/** The poll of a composer: two to nine options, each with a picture or a product if one likes. */

import { copyOf, find, findAll, make, role, tell } from "#shared/dom.js";
import { Refusal } from "#shared/http.js";
import { warn } from "#shared/toasts.js";
import { upload } from "#shared/upload.js";
import { word } from "#shared/words.js";

const LEAST = 2;
const MOST = 9;

/** Answers `{settled, listed, restore, clear}` like the other parts; `listed` holds one poll at most. */
export function takePoll(form, products, signal) {
  const panel = role(form, "poll");
  const poll = { form, panel, products, signal, list: role(panel, "poll-options"), running: new Set(), file: fileInput() };
  const tool = find("[data-tool=poll]", form);
  const show = (is) => {
    find("[name=poll_on]", panel).checked = is;
    panel.hidden = !is;
    panel.disabled = !is;
    tool?.setAttribute("aria-expanded", String(is));
    if (is) trim(poll);
    changed(poll);
  };
  const open = () => (show(true), find("[name=poll_option]", panel).focus());
  const clear = () => (poll.list.replaceChildren(), show(false));

  show(find("[name=poll_on]", panel).checked);
  tool?.addEventListener("click", () => (panel.hidden ? open() : isBlank(poll) ? clear() : find("[name=poll_option]", panel).focus()), { signal });
  panel.addEventListener("click", (event) => press(poll, event, clear), { signal });
  panel.addEventListener("keydown", (event) => walk(poll, event), { signal });
  return {
    settled: () => Promise.all(poll.running),
    listed: () => (panel.hidden || isBlank(poll) ? [] : [describe(poll)]),
    restore: ([stored]) => (poll.list.replaceChildren(), refill(poll, stored), show(true)),
    clear,
  };
}

function press(poll, { target }, clear) {
  const act = target.closest("[data-act]")?.dataset.act;
  const option = target.closest("li");
  const does = {
    "option-add": () => find("[name=poll_option]", add(poll)).focus(),
    "option-remove": () => remove(poll, option),
    "option-image": () => pickImage(poll, option),
    "option-product": () => poll.products?.pick((product) => dress(poll, option, { product })),
    "option-bare": () => dress(poll, option, {}),
    "poll-remove": () => (clear(), role(poll.form, "text").focus()),
  }[act];
  does?.();
}

/** Enter goes on to the next option, and makes one after the last. */
function walk(poll, event) {
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
  if (event.target.name !== "poll_option") return;
  const next = event.target.closest("li").nextElementSibling ?? (event.target.value.trim() ? add(poll) : null);
  find("[name=poll_option]", next ?? poll.panel)?.focus();
}

function add(poll) {
  if (poll.list.children.length >= MOST) return poll.list.lastElementChild;
  const option = poll.list.appendChild(copyOf(role(poll.form, "option-template")));
  changed(poll);
  return option;
}

/** The last two are only emptied. */
function remove(poll, option) {
  const beside = option.nextElementSibling ?? option.previousElementSibling;
  if (poll.list.children.length > LEAST) option.remove();
  else {
    find("[name=poll_option]", option).value = "";
    dress(poll, option, {});
  }
  changed(poll);
  find("[name=poll_option]", beside)?.focus();
}

/** Blank rows at the end beyond the second go when the panel opens. */
function trim(poll) {
  while (poll.list.children.length > LEAST && isBare(poll.list.lastElementChild)) poll.list.lastElementChild.remove();
  while (poll.list.children.length < LEAST) add(poll);
}

const isBare = (option) => findAll("input", option).every(({ value }) => !value.trim());
const isBlank = (poll) => [...poll.list.children].every(isBare);

/** Names, numbers and what can be chosen follow the rows that are there. */
function changed(poll) {
  const { list, panel } = poll;
  for (const [index, option] of [...list.children].entries()) {
    role(option, "option-image").name = `poll_image_${index}`;
    role(option, "option-product").name = `poll_product_${index}`;
    const text = find("[name=poll_option]", option);
    text.placeholder = word("poll_option", { n: index + 1 });
    text.setAttribute("aria-label", text.placeholder);
  }
  const most = find("[name=poll_most]", panel);
  for (const choice of most.options) choice.hidden = choice.disabled = Number(choice.value) > Math.max(LEAST, list.children.length);
  if (most.selectedOptions[0]?.disabled) most.value = String(list.children.length);
  find("[data-act=option-add]", panel).hidden = list.children.length >= MOST;
  tell("composer:changed", {}, poll.form);
}

/** Puts a picture or a product on an option, or neither. */
function dress(poll, option, { image = null, product = null }) {
  const face = role(option, "face");
  role(option, "option-image").value = image?.id ?? "";
  role(option, "option-product").value = product?.id ?? "";
  face.hidden = !(image || product);
  const thumb = (image ?? product)?.thumb ?? "";
  Object.assign(role(face, "face-picture"), { src: thumb || "data:,", alt: product?.title ?? "", hidden: !thumb });
  changed(poll);
}

function pickImage(poll, option) {
  poll.file.onchange = () => {
    const [file] = poll.file.files;
    poll.file.value = "";
    if (!file) return;
    const run = sendTo(poll, option, file).finally(() => poll.running.delete(run));
    poll.running.add(run);
    run.catch(() => {}); // said already; `settled` hears it too
  };
  poll.file.click();
}

async function sendTo(poll, option, file) {
  const body = new FormData();
  body.append("file", file);
  option.ariaBusy = "true";
  try {
    const { id, thumb_url: thumb } = await upload("/media/images", body, { signal: poll.signal });
    dress(poll, option, { image: { id, thumb } });
  } catch (refusal) {
    warn(refusal instanceof Refusal ? refusal.message : word("failed_page"));
    throw refusal;
  } finally {
    option.ariaBusy = null;
  }
}

const fileInput = () => make("input", { type: "file", accept: "image/jpeg,image/png,image/webp,image/gif" });

function describe({ list, panel }) {
  const options = [...list.children].map((option) => {
    const { src, hidden, alt: title } = role(option, "face-picture");
    const thumb = hidden ? "" : src;
    const [image, product] = ["option-image", "option-product"].map((name) => role(option, name).value);
    return { text: find("[name=poll_option]", option).value, image: image && { id: image, thumb }, product: product && { id: product, thumb, title } };
  });
  return { options, most: find("[name=poll_most]", panel).value, openFor: find("[name=poll_open_for]", panel).value };
}

function refill(poll, { options, most, openFor }) {
  for (const { text, image, product } of options) {
    const option = add(poll);
    find("[name=poll_option]", option).value = text;
    if (image || product) dress(poll, option, { image, product });
  }
  changed(poll);
  find("[name=poll_most]", poll.panel).value = most;
  find("[name=poll_open_for]", poll.panel).value = openFor;
}
