/** Finds the number whose SHA-256 (FIPS 180-4) after `salt:` is the digest. Plain JavaScript: it works without https, too. */

const PRIMES = primes(64);
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);
const state = new Int32Array(8);
const block = new Uint8Array(64);
const view = new DataView(block.buffer);

/** The first number of [from, to) that fits, or -1. The salt and the number must fit into one block of 55 bytes. */
export function firstMatch(salt, digest, from, to) {
  const head = `${salt}:`;
  const wanted = digest.match(/.{8}/g).map((word) => parseInt(word, 16) | 0);
  for (let number = from; number < to; number++) {
    hash(head + number);
    if (state[0] === wanted[0] && wanted.every((word, place) => word === state[place])) return number;
  }
  return -1;
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  self.onmessage = ({ data: { salt, digest, size } }) => self.postMessage(firstMatch(salt, digest, 0, size));
}

/** Leaves the hash of a short ASCII text in `state`. */
function hash(text) {
  block.fill(0);
  for (let place = 0; place < text.length; place++) block[place] = text.charCodeAt(place);
  block[text.length] = 0x80;
  view.setUint32(60, text.length * 8);
  for (let place = 0; place < 16; place++) words[place] = view.getInt32(place * 4);
  for (let place = 16; place < 64; place++) {
    const near = words[place - 2];
    const far = words[place - 15];
    const one = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    const other = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    words[place] = (one + words[place - 7] + other + words[place - 16]) | 0;
  }
  state.set(START);
  compress();
}

function compress() {
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < 64; round++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + K[round] + words[round]) | 0;
    const other = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + other) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

function fraction(root) {
  return ((root % 1) * 2 ** 32) | 0;
}

function primes(count) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}
