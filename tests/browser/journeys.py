"""A visitor who goes through a list at random, and remembers what each address showed."""

import random
from dataclasses import dataclass, field
from typing import Any

from tests.browser.looking import SCRIPTS, measure

WORDS = ("subsidie", "digitaal", "advies", "digital", "energy", "zzzzzz", "de", "mkb regeling")


@dataclass
class Wanderer:
    """``seen`` is what the browser's history holds, as this visitor saw it; ``at`` where in it."""

    page: Any
    chance: random.Random
    trail: list[str] = field(default_factory=list)
    seen: list[Any] = field(default_factory=list)
    at: int = 0

    def __post_init__(self) -> None:
        self.page.add_init_script(path=SCRIPTS / "list_counts.js")

    def begin(self, address: str) -> None:
        """Go on from where the browser is, if that is a list; what came before is forgotten."""
        if not self.page.locator("#cop-finder").count():
            self.page.goto(address)
        self.seen, self.at = [measure(self.page, "list_seen")], 0
        self.trail = [self.seen[0]["address"]]

    def act(self) -> None:
        """Choose something that is there, and remember what it led to. A theme without filters
        shows no list, so from there one only goes back."""
        if not self.page.locator("#cop-finder").count():
            return
        name, control = self.chance.choice(self._possible())
        self.trail.append(name)
        self.page.evaluate("window.copMark = window.copSettled")
        control()
        self._wait()
        now = measure(self.page, "list_seen")
        if now["address"] != self.seen[self.at]["address"]:
            self.at += 1
        self.seen[self.at :] = [now]

    def travel(self) -> None:
        """Back or Forward, one or more steps at once; what is there must be what was."""
        steps = [step for step in range(-self.at, len(self.seen) - self.at) if step]
        if not steps:
            return
        step = self.chance.choice(steps)
        self.trail.append(f"go {step}")
        self.at += step
        wanted = self.seen[self.at]
        # Afterwards: a page that is left at once cannot say that it was told to.
        self.page.evaluate("(step) => void setTimeout(() => history.go(step))", step)
        self._wait(wanted["address"])
        now = measure(self.page, "list_seen")
        differs = {key: (wanted[key], now[key]) for key in wanted if now[key] != wanted[key]}
        assert differs == {}, f"{differs} after " + " > ".join(self.trail)

    def _wait(self, address: str | None = None) -> None:
        script = (SCRIPTS / "list_shows.js").read_text()
        self.page.wait_for_function(script, arg=address)

    def _possible(self) -> list[tuple[str, Any]]:
        boxes = self.page.locator("#cop-finder-parts input[type=checkbox]:enabled")
        kinds: list[tuple[str, Any]] = []
        if number := boxes.count():
            box = boxes.nth(self.chance.randrange(number))
            kinds += [(f"box {box.get_attribute('value')}", box.click)] * 6
        word = self.chance.choice(WORDS)
        kinds += [(f"words {word}", lambda: self._search(word))] * 2
        for name, selector in (
            ("chip", ".cop-chip"),
            ("clear", ".cop-chips .cop-small"),
            ("page", ".cop-pagination a:not([aria-current])"),
        ):
            if number := self.page.locator(f"#cop-finder {selector}").count():
                link = self.page.locator(f"#cop-finder {selector}").nth(
                    self.chance.randrange(number)
                )
                kinds += [(name, link.click)] * (1 if name == "clear" else 2)
        if self.page.locator("#cop-finder-sort").count():
            kinds.append(("sort", self._sort))
        return kinds

    def _search(self, word: str) -> None:
        self.page.locator("#cop-finder-q").fill(word)
        self.page.locator("#cop-finder-q").press("Enter")

    def _sort(self) -> None:
        order = self.page.locator("#cop-finder-sort")
        value = order.input_value()
        others = [one for one in ("", "newest", "date", "title") if one != value]
        offered = order.locator("option").evaluate_all("all => all.map((one) => one.value)")
        order.select_option(self.chance.choice([one for one in others if one in offered]))
