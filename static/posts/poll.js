/** data-behaviour="poll": voting without leaving the page, and bars that follow the votes of others. */

import { find, findAll, parse, quoted, role } from "#shared/dom.js";
import { send } from "#shared/http.js";
import { readable } from "#shared/numbers.js";
import { hear } from "#shared/socket.js";
import { complain } from "#shared/toasts.js";
import { word } from "#shared/words.js";
import { percents } from "#posts/shares.js";

const OVER = new Set(["voted_already", "poll_closed"]);

export default function connect(poll, signal) {
  const { pollId: id } = poll.dataset;
  const on = (target, event, act) => target.addEventListener(event, act, { signal });
  on(poll, "change", () => keepToMost(poll));
  on(poll, "submit", (event) => {
    event.preventDefault();
    vote(poll);
  });
  hear("poll:counts", (news) => String(news.id) === id && isShown(poll) && show(poll, news), signal);
  on(document, "socket:back", () => isShown(poll) && renew(id));
  keepToMost(poll);
}

/** Only who may know the result has it in the page; the others get it with their vote. */
const isShown = (poll) => poll.classList.contains("poll--shown");

const inputs = (poll) => findAll("input[name=choice]", poll);

/** Once as many are ticked as may be, the others wait. */
function keepToMost(poll) {
  const most = Number(poll.dataset.most);
  const ticked = inputs(poll).filter(({ checked }) => checked).length;
  if (most > 1) for (const input of inputs(poll)) input.disabled = !input.checked && ticked >= most;
}

async function vote(poll) {
  const button = role(poll, "vote");
  if (!button || poll.ariaBusy === "true") return;
  poll.ariaBusy = "true";
  button.setAttribute("aria-busy", "true");
  try {
    const { html } = await send(poll.getAttribute("action"), { method: "POST", body: new FormData(poll) });
    replace(poll.dataset.pollId, html, poll);
  } catch (refusal) {
    if (OVER.has(refusal.code)) renew(poll.dataset.pollId);
    complain(refusal, () => vote(poll));
  } finally {
    poll.ariaBusy = null;
    button.removeAttribute("aria-busy");
  }
}

/** Fetches the poll as it stands for this viewer now. */
async function renew(id) {
  try {
    replace(id, (await send(`/posts/${id}/poll`)).html);
  } catch {
    // It stays as it is; the next vote or reload brings it.
  }
}

/** The same poll may stand on the page twice: as itself and quoted. */
function replace(id, html, pressed = null) {
  for (const old of findAll(`form.poll[data-poll-id="${quoted(id)}"]`)) {
    const fresh = find("form.poll", parse(html));
    old.replaceWith(fresh);
    if (old !== pressed) continue;
    fresh.classList.add("poll--fresh");
    fresh.focus({ preventScroll: true });
  }
}

/** Puts new numbers in; the bars grow there by their transition. */
function show(poll, { votes, voters }) {
  const rows = findAll(".poll__option", poll);
  if (rows.length !== votes.length) return;
  const sum = votes.reduce((total, one) => total + one, 0);
  const shares = percents(votes, poll.dataset.most === "1" ? sum : voters);
  const most = Math.max(...votes);
  rows.forEach((row, place) => {
    role(row, "bar").setAttribute("width", `${shares[place]}%`);
    role(row, "percent").textContent = `${shares[place]}%`;
    say(role(row, "votes"), votes[place], "poll_vote");
    row.classList.toggle("poll__option--leads", votes[place] > 0 && votes[place] === most);
  });
  say(role(poll, "voters"), voters, "poll_voter");
}

function say(element, number, key) {
  element.dataset.value = String(number);
  element.textContent = word(number === 1 ? key : `${key}s`, { n: readable(number) });
}
