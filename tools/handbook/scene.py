"""What a scene is; the modules beside this one hold them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.browser.stories.colleague import Colleague

WIDTH = 1100


@dataclass
class Actor(Colleague):
    """Somebody of a role, who knows the keys of what the scenes go to."""

    things: dict[str, int]

    def edit(self, thing: str) -> None:
        """The edit form of a page."""
        self.visit(f"/admin/pages/{self.things[thing]}/edit/")

    def visit(self, path: str) -> None:
        self.open(path)
        self.page.wait_for_load_state("networkidle")

    def section(self, heading: str) -> Any:
        """A part of a form that can be seen, by its heading."""
        return self.panel_named(self.label(heading))

    def panel_named(self, name: str) -> Any:
        found = self.page.get_by_role("region", name=name, exact=True)
        return found.locator("visible=true").first

    def row(self, text: str) -> Any:
        return self.page.get_by_role("row").filter(has_text=text).first

    def unfold_foot(self) -> Any:
        """The actions at the foot of a form, unfolded."""
        self.foot().get_by_role("button", name=self.say("More actions")).click()
        return self.foot()


#: Plays it; what is meant gets an outline in the picture, and the first of it is in the middle.
Play = Callable[[Actor], Any]


@dataclass(frozen=True)
class Scene:
    name: str
    role: str
    height: int
    play: Play


#: In the order in which they are played, for one may go on where another stopped.
SCENES: list[Scene] = []


def scene(role: str = "editor", height: int = 720) -> Callable[[Play], Play]:
    """Register a scene; its picture has the name of the function, with dashes."""

    def register(play: Play) -> Play:
        name = play.__name__.replace("_", "-")
        SCENES.append(Scene(name, role, height, play))
        return play

    return register
