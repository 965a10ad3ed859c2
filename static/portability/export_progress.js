/** data-behaviour="export-progress": how far the export is, as it is told; asked again now and then in case it is not. */

import { role } from "#shared/dom.js";
import { json } from "#shared/http.js";
import { hear } from "#shared/socket.js";

const ASK_MS = 4000;

export default function connect(box, signal) {
  const { exportId } = box.dataset;
  const show = ({ id, percent, is_under_way: isUnderWay }) => {
    if (String(id) !== exportId) return;
    role(box, "bar").value = percent;
    role(box, "percent").textContent = `${percent}%`;
    if (!isUnderWay) location.reload();
  };
  const ask = () => json(`/settings/data/exports/${exportId}`, { signal }).then(show).catch(() => {});
  const timer = setInterval(ask, ASK_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
  hear("export:moved", ask, signal);
  document.addEventListener("socket:back", ask, { signal });
}
