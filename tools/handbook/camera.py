"""Takes the picture of a scene, with an outline about what is meant."""

from pathlib import Path
from typing import Any

from tools.screenshots.documentation import save_small

#: No picture of the handbook weighs more.
LIMIT = 100_000
#: Draws over the page, so that nothing on it moves. Styles are set one by one, as the policy wants.
OUTLINE = """element => {
  const around = element.getBoundingClientRect(), line = document.createElement("div");
  const look = {position: "fixed", left: `${around.left - 6}px`, top: `${around.top - 6}px`,
    width: `${around.width + 12}px`, height: `${around.height + 12}px`, zIndex: 9999,
    border: "3px solid #c2185b", borderRadius: "8px", boxShadow: "0 0 0 2px #fff",
    boxSizing: "border-box", pointerEvents: "none"};
  Object.assign(line.style, look);
  (element.closest("dialog") || document.body).append(line);
}"""

#: Leaves the page as it is where the thing can be seen between Wagtail's bars at head and foot.
SHOW = """element => {
  const around = element.getBoundingClientRect();
  document.activeElement.blur();
  const seen = around.top > 0 && around.bottom < innerHeight - 90;
  if (seen || element.closest("dialog, nav")) return;
  element.scrollIntoView({block: "center", inline: "nearest", behavior: "instant"});
}"""


def shoot(page: Any, meant: Any, file: Path) -> None:
    page.mouse.move(0, 0)
    things = list(meant) if isinstance(meant, (list, tuple)) else [meant]
    things = [thing for thing in things if thing is not None]
    if things:
        things[0].evaluate(SHOW)
        page.wait_for_timeout(400)
    for thing in things:
        thing.evaluate(OUTLINE)
    save_small(page.screenshot(animations="disabled", caret="hide"), file, LIMIT)
