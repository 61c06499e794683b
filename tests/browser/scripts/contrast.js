// Measures every text that is shown, and every border of a control, against what lies behind it.
// Gives back a line for each that is below its limit: {text: 6, control: 4} for instance.
(limits) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map();

  // Any colour of CSS as [red, green, blue, opacity]; the canvas knows them all.
  function read(colour) {
    if (!known.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  function luminance(colour) {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function ratio(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  // What lies behind an element: the grounds of all that it stands in, put on one another. Null
  // where a picture or a gradient lies behind it, which this cannot measure.
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      const colour = read(style.backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), read("Canvas").slice(0, 3));
  }
  function opacity(element) {
    let found = 1;
    for (let at = element; at; at = at.parentElement) found *= getComputedStyle(at).opacity;
    return found;
  }
  function isShown(element) {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 &&
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  }
  const name = (element) => {
    const classes = [...element.classList].map((one) => `.${one}`).join("");
    return `${element.localName}${classes} “${element.textContent.trim().slice(0, 30)}”`;
  };

  const low = new Set();
  function measure(element, colour, what) {
    const behind = ground(element);
    if (!behind) return low.add(`${name(element)}: ${what} on a picture`);
    const [r, g, b, a] = read(colour);
    const found = ratio(over([r, g, b, a * opacity(element)], behind), behind);
    if (found < limits.text) low.add(`${name(element)}: ${what} ${found.toFixed(2)}:1`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.nodeValue.trim() || !isShown(element)) continue;
    if (element.closest("script, style, option, [disabled], [aria-disabled=true]")) continue;
    measure(element, getComputedStyle(element).color, "text");
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!isShown(element)) continue;
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (/[\p{L}\p{N}]/u.test(style.content.replace(/^(none|normal)$/, "")))
        measure(element, style.color, part);
    }
  }
  for (const field of document.querySelectorAll("input, select, textarea, button")) {
    if (field.type === "hidden" || !isShown(field)) continue;
    if (!["checkbox", "radio"].includes(field.type)) {
      const style = getComputedStyle(field);
      if (field.value) measure(field, style.color, "value");
      // A control is seen by its border, or by its own ground where that is another colour.
      const around = ground(field.parentElement);
      const within = ground(field);
      if (!around || !within) continue;
      const border = parseFloat(style.borderTopWidth) ? read(style.borderTopColor) : [0, 0, 0, 0];
      // A button without either is read as a link is.
      if (field.localName === "button" && border[3] === 0 && read(style.backgroundColor)[3] === 0) continue;
      const found = Math.max(ratio(over(border, around), around), ratio(within, around));
      if (found < limits.control) low.add(`${name(field)}: control ${found.toFixed(2)}:1`);
    }
  }
  return [...low];
}
