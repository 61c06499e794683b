// A line for each link, button or field that is smaller than a finger can hit: `least` pixels high
// and wide. A link within a sentence is as high as its line, and may be (WCAG 2.5.8, "inline").
(least) => {
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const low = [];
  for (const element of document.querySelectorAll(all)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    // A label is part of its box: a click on it does the same.
    const parts = [element, ...(element.labels || [])];
    // So is what stands over the link of a card to make all of the card one.
    const sizes = parts.map((part) => part.getBoundingClientRect()).map((box) => [box.width, box.height]);
    const cover = getComputedStyle(element, "::after");
    if (cover.content !== "none" && cover.position === "absolute")
      sizes.push([parseFloat(cover.width), parseFloat(cover.height)]);
    if (sizes.some(([width, height]) => width >= least - 0.01 && height >= least - 0.01)) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1) continue;
    const around = element.closest("p, li, dd, dt, td, figcaption, cite, span, div");
    const rest = around.textContent.replace(/\s+/g, " ").trim().length -
      element.textContent.replace(/\s+/g, " ").trim().length;
    const isInline = getComputedStyle(element).display === "inline" && rest > 0;
    if (isInline) continue;
    low.push(`${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”: ` +
      `${box.width.toFixed(0)} by ${box.height.toFixed(0)}`);
  }
  return low;
}
