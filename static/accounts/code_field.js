/** data-behaviour="code-field": a form with one code in it goes off by itself once its six digits are there.

Whoever presses Enter as well sends nothing twice: a code opens once, and the second answer would say that it is used. */

const DIGITS = 6;

export default function connect(form, signal) {
  const input = form.elements.code;
  let sent = "";
  const code = () => input.value.replace(/[\s-]/g, "");
  form.addEventListener(
    "submit",
    (event) => {
      if (event.defaultPrevented) return;
      if (code() === sent) event.preventDefault();
      else sent = code();
    },
    { signal },
  );
  input.addEventListener(
    "input",
    () => {
      if (/^[0-9]+$/.test(code()) && code().length === DIGITS && code() !== sent) form.requestSubmit();
    },
    { signal },
  );
  addEventListener("pageshow", () => (sent = ""), { signal });
}
