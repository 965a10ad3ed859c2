/** Sending a file with progress, which fetch cannot tell. */

import { mended, Refusal, refusalOf } from "#shared/http.js";
import { csrfToken } from "#shared/session.js";
import { word } from "#shared/words.js";

const PATIENCE_MS = 120_000;

/** Posts form data; `onProgress` gets 0–1; answers the JSON or throws a Refusal. */
export const upload = (url, body, options = {}) => mended(() => attempt(url, body, options));

function attempt(url, body, { onProgress = () => {}, signal, patience = PATIENCE_MS } = {}) {
  return new Promise((answer, refuse) => {
    const request = new XMLHttpRequest();
    const unreachable = (key) => () => refuse(new Refusal(word(key), { code: "unreachable" }));
    request.open("POST", url);
    request.timeout = patience;
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Fragment", "1");
    request.setRequestHeader("X-CSRFToken", csrfToken());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = unreachable("failed_network");
    request.ontimeout = unreachable("failed_slow");
    request.onload = () => {
      const isJson = (request.getResponseHeader("Content-Type") ?? "").includes("json");
      if (request.status < 300 && isJson) answer(JSON.parse(request.responseText));
      else refuse(refusalOf(request.status < 300 ? 401 : request.status, request.responseText, isJson));
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
