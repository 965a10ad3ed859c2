/** data-behaviour="recovery-codes": copy them, or save them as a file; both where the browser can. */

import { find, findAll, make } from "#shared/dom.js";

export default function connect(section, signal) {
  const codes = () => findAll("code", section).map((code) => code.textContent);
  const copy = find("[data-act=copy]", section);
  const save = find("[data-act=save]", section);
  save.hidden = false;
  save.addEventListener("click", () => download(`${codes().join("\r\n")}\r\n`, save.dataset.name), { signal });
  if (!navigator.clipboard) return;
  copy.hidden = false;
  copy.addEventListener(
    "click",
    async () => {
      await navigator.clipboard.writeText(codes().join("\n"));
      for (const word of findAll("[data-when]", copy)) word.hidden = word.dataset.when === "idle";
    },
    { signal },
  );
}

function download(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
