/** data-behaviour="code-field": a form with one code in it goes off by itself once its six digits are there. */

const DIGITS = 6;

export default function connect(form, signal) {
  const input = form.elements.code;
  let sent = "";
  input.addEventListener(
    "input",
    () => {
      const code = input.value.replace(/[\s-]/g, "");
      if (!/^[0-9]+$/.test(code) || code.length !== DIGITS || code === sent) return;
      sent = code;
      form.requestSubmit();
    },
    { signal },
  );
}
