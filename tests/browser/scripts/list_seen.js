// All that a visitor sees of a list: boxes, fields, chips, numbers, cards, and where it is.
() => {
  const all = (selector, tell) =>
    [...document.querySelectorAll(selector)].filter((one) => !one.closest("[hidden]")).map(tell);
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
  return {
    address: location.pathname + location.search,
    title: document.title,
    boxes: all("#cop-finder input[type=checkbox]", (box) => [
      box.name,
      box.value,
      box.checked,
      box.closest("label").className,
      text(box.closest("label")),
    ]),
    fields: all("#cop-finder :is(input[name]:not([type=checkbox]), select)", (one) => [one.name, one.value]),
    texts: all(
      "#cop-finder :is(#cop-finder-count, .cop-filters__title, #cop-finder-show, .cop-chip, .cop-help, .cop-note)",
      text,
    ),
    cards: all("#cop-finder .cop-results .cop-card__title a", (link) => link.href),
    pages: all("#cop-finder .cop-pagination a", (link) => [link.href, link.getAttribute("aria-current")]),
    languages: all(".cop-languages a", (link) => link.href),
  };
}
