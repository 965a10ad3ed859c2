/** data-behaviour="bulk-progress": a job on many accounts; what is told of it over the socket asks the panel to renew itself. */

import { tell } from "#shared/dom.js";
import { hear } from "#shared/socket.js";

const EVERY_MS = 250;

export default function connect(panel, signal) {
  let timer = 0;
  hear(
    "bulk:moved",
    ({ id }) => {
      if (id !== panel.dataset.bulkId || timer) return;
      timer = setTimeout(() => ((timer = 0), tell("renew", {}, panel)), EVERY_MS);
    },
    signal,
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
}
