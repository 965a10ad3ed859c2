/** data-behaviour="image-preview": an avatar or banner is seen before it is saved. */

import { find, role } from "#shared/dom.js";

export default function connect(field, signal) {
  const input = find("input[type=file]", field);
  const picture = role(field, "preview");
  const before = picture?.src;
  input.addEventListener(
    "change",
    () => {
      const [file] = input.files;
      if (!picture) return;
      picture.src = file ? URL.createObjectURL(file) : before;
      picture.hidden = !picture.getAttribute("src");
      if (file) picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
    },
    { signal },
  );
}
