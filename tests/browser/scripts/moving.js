// What moves, or would when it changes, for a reader who asked for less motion.
() => {
  const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
  const found = document.getAnimations().map((one) => `${one.constructor.name} runs`);
  for (const element of document.querySelectorAll("*"))
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const moves = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      if (moves || seconds(style.transitionDuration) > 0.01)
        found.push(`${element.localName}.${element.className}${part || ""}`);
    }
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("scrolling");
  return [...new Set(found)];
}
