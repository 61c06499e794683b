// Texts that are cut off: their box hides what does not fit in it.
() => {
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || !element.checkVisibility()) continue;
    // What is there for screen readers alone is cut off with intent.
    if (style.clipPath !== "none" || style.clip !== "auto") continue;
    const hides = ["hidden", "clip"];
    const isCut =
      (hides.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (isCut && element.textContent.trim())
      found.push(`${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`);
  }
  return found;
}
