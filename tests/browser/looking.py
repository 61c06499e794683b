"""How a page is looked at: checkers that run in it, and the states that it is brought into."""

from pathlib import Path
from typing import Any

from tools.demo_site import NODE

SCRIPTS = Path(__file__).parent / "scripts"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async ([where, only]) => {
  const found = await axe.run(where || document, {runOnly: only});
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""
KEEP_POLICY_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""
#: One of each kind of thing that answers to a pointer or the keyboard: they look alike by class.
KINDS = """() => {
  const kinds = new Map();
  for (const element of document.querySelectorAll("a[href], button, input, select, summary")) {
    const box = element.getBoundingClientRect();
    if (element.type === "hidden" || box.width <= 1 || !element.checkVisibility()) continue;
    if (box.right <= 0 || box.bottom + scrollY <= 0) continue;
    const around = element.closest("[class]:not(a, button, input, select, summary)");
    const kind = `${element.localName}.${element.className} in ${around?.className}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  [...kinds.values()].forEach((element, at) => element.setAttribute("data-look-at", at));
  return [...kinds.keys()];
}"""
#: Every panel that a page keeps shut: folded texts and filters, menus in the top layer.
OPEN_PANELS = """() => {
  document.querySelectorAll("details").forEach((panel) => { panel.open = true; });
  const layers = [...document.querySelectorAll("[popover]")];
  layers.forEach((panel) => panel.showPopover());
  return layers.length;
}"""


def measure(page: Any, script: str, *given: Any) -> Any:
    """What a script of ``scripts/`` finds in the page."""
    return page.evaluate((SCRIPTS / f"{script}.js").read_text(), *given)


def axe(page: Any, where: str = "", rules: tuple[str, ...] = ()) -> list[str]:
    """A line for each violation: of all rules, or of the named ones; in the page, or a part."""
    if not page.evaluate("typeof window.axe === 'object'"):
        # A script tag would be refused by the page's policy.
        page.evaluate((NODE / "axe-core" / "axe.min.js").read_text())
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": RULES}
    found: list[str] = page.evaluate(RUN_AXE, [where, only])
    return found


def kinds(page: Any) -> dict[str, str]:
    """One of each kind of link, button and field that is shown: what it is, and its selector."""
    found = page.evaluate(KINDS)
    return {kind: f'[data-look-at="{number}"]' for number, kind in enumerate(found)}


def widen(page: Any, width: int, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})


def sideways(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))
