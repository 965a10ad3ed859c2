/** data-behaviour="passkey": a form that a passkey signs before it is sent; data-does says "create" or "get". */

import { role } from "#shared/dom.js";

export default function connect(form, signal) {
  const field = role(form, "credential");
  if (!isPossible()) {
    role(form, "unavailable").hidden = false;
    form.querySelector("button[type=submit]").disabled = true;
    return;
  }
  form.addEventListener(
    "submit",
    (event) => {
      if (field.value || !form.checkValidity()) return;
      event.preventDefault();
      sign(form, field);
    },
    { signal },
  );
}

/** Browsers make passkeys for names only, and only where nobody can listen in. */
function isPossible() {
  const isName = !/^[0-9.]+$|:/.test(location.hostname.replace(/[[\]]/g, ""));
  return Boolean(window.isSecureContext && window.PublicKeyCredential && isName);
}

async function sign(form, field) {
  const button = form.querySelector("button[type=submit]");
  button.setAttribute("aria-busy", "true");
  for (const name of ["failed", "known"]) role(form, name).hidden = true;
  try {
    const publicKey = read(JSON.parse(form.dataset.options));
    const credential = await navigator.credentials[form.dataset.does]({ publicKey });
    field.value = JSON.stringify(write(credential));
    form.submit();
  } catch (error) {
    role(form, error.name === "InvalidStateError" ? "known" : "failed").hidden = false;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** The server's options, with bytes where WebAuthn wants them. */
function read(options) {
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

/** What the device has answered, with text where JSON wants it. */
function write({ id, rawId, type, response, authenticatorAttachment }) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const told = parts.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  const transports = response.getTransports?.();
  return {
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    response: { ...Object.fromEntries(told), ...(transports && { transports }) },
    clientExtensionResults: {},
  };
}

const bytes = (words) => Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
