// Texts that are cut off: they lie outside a box that hides what does not fit in it.
() => {
  const found = [];
  const within = document.createRange();
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || !element.checkVisibility()) continue;
    // What is there for screen readers alone is cut off with intent.
    if (style.clipPath !== "none" || style.clip !== "auto") continue;
    const hides = ["hidden", "clip"];
    const across = hides.includes(style.overflowX);
    const down = hides.includes(style.overflowY);
    if (!across && !down) continue;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let isCut = false;
    while (!isCut && texts.nextNode()) {
      if (!texts.currentNode.nodeValue.trim()) continue;
      if (texts.currentNode.parentElement.closest(".cop-visually-hidden")) continue;
      within.selectNodeContents(texts.currentNode);
      // The ink of a letter may reach beyond its line by a little.
      isCut = [...within.getClientRects()].some((text) =>
        (across && (text.right > box.right + 4 || text.left < box.left - 4)) ||
        (down && (text.bottom > box.bottom + 4 || text.top < box.top - 4)));
    }
    if (isCut) found.push(`${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`);
  }
  return found;
}
