/** Choosing a card from the products that the site knows already. */

import { copyOf, debounced, find, findAll, role } from "#shared/dom.js";
import { fragment } from "#shared/http.js";
import { complain } from "#shared/toasts.js";
import { bindPopover } from "#posts/popover.js";

const PAUSE_MS = 200;

/** A chosen product becomes a chip like that of a recognised link. Answers `{pick}`: choosing one for something else. */
export function offerProducts(form, links, signal) {
  const panel = role(form, "products");
  if (!panel) return null;
  const query = role(panel, "product-query");
  const results = role(panel, "product-results");
  const empty = role(panel, "product-empty");
  let asked = 0;
  let taker = null;

  const search = async () => {
    const turn = ++asked;
    try {
      const found = await fragment(`/products/suggestions?q=${encodeURIComponent(query.value.trim())}`, { signal });
      if (turn !== asked) return;
      results.replaceChildren(found);
      if (empty) empty.hidden = results.childElementCount > 0;
    } catch (refusal) {
      if (!signal.aborted) complain(refusal, search);
    }
  };
  const close = bindPopover(form, "product", panel, () => (query.focus(), search()), signal);
  find('[data-tool="product"]', form)?.addEventListener("click", () => (taker = null), { signal });

  query.addEventListener("input", debounced(search, PAUSE_MS), { signal });
  query.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault(), { signal });
  panel.addEventListener("keydown", (event) => walk(event, panel), { signal });
  results.addEventListener(
    "click",
    ({ target }) => {
      const chip = find('template[data-role="chip"]', target.closest("li") ?? results);
      if (!target.closest("button[data-product-id]") || !chip) return;
      if (taker) taker(productOf(copyOf(chip)));
      else links.add(copyOf(chip));
      close();
      if (!taker) role(form, "text").focus();
      taker = null;
    },
    { signal },
  );
  return {
    pick: (take) => {
      taker = take;
      close.open();
    },
  };
}

const productOf = (chip) => ({
  id: find("input[name=card_ids]", chip).value,
  title: find(".link-chip__title", chip).textContent.trim(),
  thumb: find("img", chip)?.src ?? "",
});

function walk(event, panel) {
  const stops = findAll("input, button[data-product-id]", panel);
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = by && stops[stops.indexOf(document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
