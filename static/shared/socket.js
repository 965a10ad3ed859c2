/** One Socket.IO connection per page: says what has happened, never how it looks. */

import { tell } from "#shared/dom.js";
import { accountId } from "#shared/session.js";
import { io } from "#vendor/socket.io.esm.min.js";

const wishes = new Map();
let socket = null;
let wasConnected = false;

function connection() {
  if (socket) return socket;
  socket = io({ transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelayMax: 8000, timeout: 8000 });
  socket.on("connect", () => {
    for (const wish of wishes.values()) utter(wish);
    if (wasConnected) tell("socket:back");
    wasConnected = true;
    tell("socket:up");
  });
  socket.on("disconnect", (why) => {
    if (why === "io client disconnect") return;
    tell("socket:down");
    if (why === "io server disconnect") setTimeout(() => socket.connect(), 2000);
  });
  socket.on("connect_error", () => tell("socket:down"));
  socket.on("account:state", () => location.reload());
  // Whoever goes on in another tab of this browser has her new cookie by then.
  socket.on("session:ended", () => setTimeout(() => socket.disconnect().connect(), 2000));
  socket.on("relations:changed", () => accountId() && socket.emit("feed:subscribe", {}));
  return socket;
}

/** Hears an event until `signal` ends. */
export function hear(event, act, signal) {
  connection().on(event, act);
  signal?.addEventListener("abort", () => socket.off(event, act));
}

/** Says something once, if connected. */
export const say = (event, payload = {}) => connection().connected && socket.emit(event, payload);

/** Says something now and again after each reconnect, until `signal` ends; `payload` is asked anew each time (null: not now). */
export function keepSaying(event, payload = () => ({}), signal) {
  const key = Symbol(event);
  wishes.set(key, { event, payload });
  if (connection().connected) utter(wishes.get(key));
  signal?.addEventListener("abort", () => wishes.delete(key));
}

/** Tries again at once instead of at the next planned moment. */
export function reconnect() {
  if (socket && !socket.connected) socket.disconnect().connect();
}

function utter({ event, payload }) {
  const given = payload();
  if (given) socket.emit(event, given);
}

document.addEventListener("session:renewed", () => socket?.disconnect().connect());
addEventListener("pagehide", () => socket?.disconnect());
addEventListener("pageshow", ({ persisted }) => persisted && socket?.connect());
