/** Requests to our own server: fragments or JSON, with the CSRF token, a time limit and refusals as exceptions. */

import { parse } from "#shared/dom.js";
import { csrfToken, renewSession, renewToken } from "#shared/session.js";
import { word } from "#shared/words.js";

const PATIENCE_MS = 15_000;

/**
 * Something was not done; `message` is a sentence for people, `code` and `status` are for programs.
 * `about` is what of the text it is about, `more` the page that says more.
 */
export class Refusal extends Error {
  constructor(message, { code = "", status = 0, html = "", about = "", more = "" } = {}) {
    super(message);
    Object.assign(this, { name: "Refusal", code, status, html, about, more });
  }

  /** Whether trying again later may help. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/**
 * Sends a request and answers `{status, html, data, headers}`; throws a Refusal otherwise.
 * An ended session is mended with the person's help, a stale CSRF token silently, and the request sent again.
 */
export const send = (url, options = {}) => mended(() => attempt(url, options), options);

/** Runs an attempt; when the token or the session was the trouble, mends each once and runs it again; quietly, asks nobody. */
export async function mended(act, { quietly = false } = {}) {
  const mends = new Map([["csrf", renewToken], ...(quietly ? [] : [["logged_out", renewSession]])]);
  for (;;) {
    try {
      return await act();
    } catch (refusal) {
      const mend = mends.get(refusal.code);
      if (!mend) throw refusal;
      mends.delete(refusal.code);
      await mend(refusal);
    }
  }
}

/** A fragment: the parsed DocumentFragment of the answer. */
export const fragment = async (url, options) => parse((await send(url, options)).html);

/** The JSON of the answer. */
export const json = async (url, options = {}) => (await send(url, { accept: "application/json", ...options })).data;

async function attempt(url, { method = "GET", body, accept = "text/html", patience = PATIENCE_MS, signal, keepalive = false } = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort("too_slow"), patience);
  const leave = () => limit.abort("left");
  signal?.addEventListener("abort", leave);
  try {
    const headers = { Accept: accept, "X-Fragment": "1", "X-Requested-With": "XMLHttpRequest" };
    if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
    if (body instanceof FormData) body.delete("csrf_token");
    const response = await fetch(url, { method, body, headers, signal: limit.signal, cache: "no-store", keepalive });
    return await answerOf(response);
  } catch (error) {
    if (error instanceof Refusal || signal?.aborted) throw error;
    throw new Refusal(word(limit.signal.aborted ? "failed_slow" : "failed_network"), { code: "unreachable" });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", leave);
  }
}

async function answerOf(response) {
  const text = await response.text();
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const wasSentToLogin = response.redirected && new URL(response.url).pathname === "/login";
  if (response.ok && !wasSentToLogin) {
    return { status: response.status, headers: response.headers, html: isJson ? "" : text, data: isJson ? JSON.parse(text) : null };
  }
  throw refusalOf(wasSentToLogin ? 401 : response.status, text, isJson);
}

/** A Refusal from an answer, whether the server spoke JSON, a fragment or nothing at all. */
export function refusalOf(status, text, isJson) {
  let code = status === 401 ? "logged_out" : "";
  let message = "";
  let about = "";
  let more = "";
  if (isJson) {
    const error = readJson(text)?.error ?? {};
    code = error.code || code;
    message = error.message || "";
    about = error.about ?? "";
    more = error.more ?? "";
  } else if (text && text.length < 20_000 && !text.trimStart().toLowerCase().startsWith("<!doctype")) {
    const root = parse(text).firstElementChild;
    code = root?.dataset?.code || code;
    about = root?.dataset?.about ?? "";
    more = root?.dataset?.more ?? "";
    message = (root?.querySelector("[data-role=message]") ?? root)?.textContent.trim().replace(/\s+/g, " ") ?? "";
  }
  return new Refusal(message || usualSentence(status), { code, status, html: isJson ? "" : text, about, more });
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function usualSentence(status) {
  if (status === 401) return word("logged_out");
  if (status === 403) return word("failed_forbidden");
  if (status === 404 || status === 410) return word("failed_gone");
  if (status === 413) return word("failed_too_large");
  if (status === 429) return word("failed_too_fast");
  return word(status >= 500 ? "failed_server" : "failed_refused");
}
