/** The keys of the site; never while someone types or a dialog is open. */

import { open } from "#shared/dialogs.js";
import { find, findAll, isTyping, prefersStillness, quoted, tell } from "#shared/dom.js";
import { accountId } from "#shared/session.js";

const GO_MS = 1200;
const ACTS = { r: "repost", c: "comment", l: "like", s: "favourite", x: "unfold" };

/** Listens on the whole page. */
export function listenForKeys() {
  let goesSince = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
    if (find("dialog[open], .pswp") && event.key !== "?") return;
    const goes = Date.now() - goesSince < GO_MS;
    goesSince = event.key === "g" && !goes ? Date.now() : 0;
    if (goesSince || (goes ? go(event.key) : press(event.key, event))) event.preventDefault();
  });
}

/** `g h`, `g t`, `g m`, `g n`, `g u`: home, topics, messages, notifications, me; first what the page itself names. */
function go(key) {
  const named = find(`a[data-go="${quoted(key)}"]`);
  if (named) return click(named);
  const place = { h: "/", t: "/topics", m: "/messages", n: "/notifications", u: accountId() ? `/u/${accountId()}` : "/login" }[key];
  if (place) location.assign(place);
  return Boolean(place);
}

function press(key, event) {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "n" || key === "p") return click(find('[data-act="compose"]'));
  if (key === "/") return focus(findAll('input[name="q"]').find((field) => field.offsetParent));
  if (key === ".") return !tell("feed:show-new");
  if (key === "?") return toggleHelp();
  const post = current();
  if (!post) return false;
  if (key === "o" || (key === "Enter" && event.target === post)) return visit(post);
  const folded = key === "x" && find(".fold:not([open]) > summary", post);
  return click(folded || (ACTS[key] && find(`[data-act="${ACTS[key]}"]`, post)));
}

const current = () => document.activeElement?.closest?.("article.post") ?? null;

/** Moves to the next post, from the focused one or from where the eyes are. */
function step(by) {
  const posts = findAll("article.post").filter((post) => !post.closest("dialog") && post.offsetParent);
  const top = find(".top-bar, header")?.getBoundingClientRect().bottom ?? 0;
  const at = posts.indexOf(current());
  const seen = posts.findIndex((post) => post.getBoundingClientRect().top >= top - 4);
  const next = posts[at >= 0 ? at + by : by > 0 ? seen : seen - 1];
  if (!next) return false;
  current()?.classList.remove("post--current");
  next.classList.add("post--current");
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", behavior: prefersStillness() ? "auto" : "smooth" });
  return true;
}

function visit(post) {
  const url = post.dataset.url ?? `/posts/${post.dataset.postId}`;
  if (url !== location.pathname) location.assign(url);
  return true;
}

function click(button) {
  button?.click();
  return Boolean(button);
}

function focus(field) {
  field?.focus();
  return Boolean(field);
}

function toggleHelp() {
  const help = find("#keyboard-help");
  if (help?.open) help.close();
  else if (help) open(help);
  return Boolean(help);
}
