/** Binds `data-behaviour="a b"`: each name is a module whose default export connects one element. */

const MODULES = {
  bell: () => import("#live/bell.js"),
  "code-field": () => import("#accounts/code_field.js"),
  "bulk-progress": () => import("#backoffice/bulk_progress.js"),
  comments: () => import("#engagement/comments.js"),
  conversation: () => import("#messages/conversation.js"),
  conversations: () => import("#messages/conversations.js"),
  composer: () => import("#posts/composer.js"),
  effort: () => import("#accounts/effort.js"),
  "export-progress": () => import("#portability/export_progress.js"),
  feed: () => import("#timelines/feed.js"),
  "feed-pill": () => import("#live/feed_pill.js"),
  "feed-control": () => import("#timelines/feed_control.js"),
  follow: () => import("#shared/swap.js"),
  "group-picker": () => import("#relationships/group_picker.js"),
  "image-preview": () => import("#accounts/image_preview.js"),
  lightbox: () => import("#posts/lightbox.js"),
  "live-form": () => import("#shared/live_form.js"),
  more: () => import("#shared/more.js"),
  menu: () => import("#shared/menu.js"),
  notices: () => import("#notifications/notices.js"),
  passkey: () => import("#accounts/passkey.js"),
  picking: () => import("#backoffice/picking.js"),
  poll: () => import("#posts/poll.js"),
  player: () => import("#media/player.js"),
  queue: () => import("#backoffice/queue.js"),
  post: () => import("#posts/post.js"),
  "proof-files": () => import("#verification/proof_files.js"),
  "recovery-codes": () => import("#accounts/recovery_codes.js"),
  "share-message": () => import("#messages/share.js"),
  renewing: () => import("#backoffice/renewing.js"),
  scheduled: () => import("#posts/scheduled.js"),
  swap: () => import("#shared/swap.js"),
  ticks: () => import("#backoffice/ticks.js"),
  trial: () => import("#backoffice/trial.js"),
  "theme-switch": () => import("#accounts/theme.js"),
  toggle: () => import("#shared/toggle.js"),
  "unread-messages": () => import("#messages/unread.js"),
};

/** Names that the page uses as marks only; other modules look for them. */
const MARKS = new Set(["dialog", "keyboard", "link-chip", "root", "thread", "toast"]);

/** What few people need is fetched where it stands on the page. */
const RARE = new Set(["export-progress", "queue", "renewing", "ticks", "trial", "picking", "bulk-progress"]);

const bound = new Map();
let starting = []; // until the page has been bound for the first time

/** Connects everything on the page, and from then on everything that is put in or taken out. */
export function bindBehaviours(root = document.body) {
  visit(root, bind);
  // From here on the page answers: html[data-bound] says so to styles and to whoever drives it.
  Promise.all(starting).then(() => (document.documentElement.dataset.bound = ""));
  starting = null;
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of removedNodes) if (!node.isConnected) visit(node, release);
      for (const node of addedNodes) if (node.isConnected) visit(node, bind);
    }
  }).observe(root, { childList: true, subtree: true });
  warmUp();
}

/** What arrives later (a new post, a dialog) must answer the first click: its modules are there before it. */
function warmUp() {
  const soon = window.requestIdleCallback ?? ((task) => setTimeout(task, 200));
  soon(() => {
    for (const [name, load] of Object.entries(MODULES)) if (!RARE.has(name)) load().catch(() => {});
  });
}

function visit(node, act) {
  if (!(node instanceof Element)) return;
  if (node.dataset.behaviour) act(node);
  for (const element of node.querySelectorAll("[data-behaviour]")) act(element);
}

/** The signal ends when the element leaves the page: listeners given it need no other clean-up. */
function bind(element) {
  if (bound.has(element)) return;
  const life = new AbortController();
  bound.set(element, life);
  for (const name of element.dataset.behaviour.split(/\s+/).filter(Boolean)) {
    const start = connect(name, element, life.signal);
    starting?.push(start);
  }
}

async function connect(name, element, signal) {
  if (MARKS.has(name)) return;
  if (!MODULES[name]) {
    console.warn(`no behaviour "${name}"`);
    return;
  }
  try {
    const { default: start } = await MODULES[name]();
    if (!signal.aborted) await start(element, signal);
  } catch (error) {
    console.error(`behaviour "${name}" did not start`, error);
  }
}

function release(element) {
  bound.get(element)?.abort();
  bound.delete(element);
}
