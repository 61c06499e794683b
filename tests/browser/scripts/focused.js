// Where the keyboard is, and how that is seen. Null when it has left the page.
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const canvas = document.createElement("canvas").getContext("2d");
  const isInk = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[3] > 127;
  };
  const outlined = (style) =>
    style.outlineStyle === "auto" ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && isInk(style.outlineColor));
  // The ring may be around the element, its label, or the whole card that its link stands for.
  const shown = [element, ...(element.labels || [])];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) shown.push(at);
  const ring = shown.some((one) =>
    ["", "::before", "::after"].some((part) => outlined(getComputedStyle(one, part || null))));
  const all = [...document.querySelectorAll("*")];
  const region = element.closest("nav, aside, section, form, header, footer, main, .cop-page__side");
  const box = element.getBoundingClientRect();
  const after = getComputedStyle(element, "::after");
  const covers = after.content !== "none" && after.position === "absolute";
  return {
    index: all.indexOf(element),
    region: all.indexOf(region),
    name: `${element.localName}.${element.className} “${(element.textContent || element.name).trim().slice(0, 30)}”`,
    ring,
    // Of a link that covers its card, the card is what is seen and hit.
    isOnScreen: (covers || (box.width > 1 && box.height > 1)) &&
      box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
    isFixed: ["fixed", "sticky"].includes(getComputedStyle(element).position),
  };
}
