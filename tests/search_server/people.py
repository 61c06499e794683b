"""Run as a program: an editor who changes pages by chance, and a visitor who looks after each.

``python -m tests.search_server.people make`` makes the site, ``… fill NUMBER`` adds pages that
nobody edits; ``… edit SEED NUMBER [DIE_AT]`` edits,
and where asked hides a page at last and dies right after that commit, before anything follows it.
A line is written for each edit. What may not be found and is ends it with 3, an answer of 5xx with
4.
"""

import json
import os
import random
import re
import signal
import sys
import time
from typing import Any

import django

WORDS = ("fiets", "lening", "subsidie", "water", "energie")


def make() -> None:
    from cop_search.models import SearchPage
    from tests.search import factories

    home, _ = factories.homes()
    factories.vocabularies()
    factories.page(home, "Zoeken", model=SearchPage, slug="zoeken")
    for number in range(40):
        factories.page(home, f"Pagina {number} {WORDS[number % 5]}")


def fill(number: int) -> None:
    """So many pages that the editor leaves alone, written past the tree's own methods; answers the
    first and the last."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    home = Page.objects.get(slug="thuis")
    shelf = home.add_child(instance=Page(title="Kast", slug="kast", locale=home.locale))
    kind = ContentType.objects.get_for_model(Page)
    pages = [
        Page(
            path=Page._get_path(shelf.path, shelf.depth + 1, each + 1),
            depth=shelf.depth + 1,
            title=f"Boek {each} {WORDS[each % 5]}",
            draft_title=f"Boek {each}",
            slug=f"boek-{each}",
            url_path=f"{shelf.url_path}boek-{each}/",
            content_type=kind,
            locale=home.locale,
            live=True,
        )
        for each in range(number)
    ]
    made = Page.objects.bulk_create(pages, batch_size=500)
    Page.objects.filter(pk=shelf.pk).update(numchild=number)
    print(json.dumps([made[0].pk, made[-1].pk]))


class Editor:
    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.seed = seed

    def edit(self, number: int, *, hides: bool) -> str:
        kinds = (self.create, self.change, self.delete, self.move, self.hide, self.show)
        (chosen,) = self.chance.choices(kinds, weights=(28, 28, 12, 10, 12, 10))
        chosen = self.hide if hides else chosen
        chosen(f"Pagina {number}{self.seed} {self.chance.choice(WORDS)}")
        return chosen.__name__

    def page(self, **wanted: Any) -> Any:
        """One by chance, of those below the home page."""
        from cop_blocks.models import InformationPage

        pages = InformationPage.objects.filter(depth__gt=2, **wanted).order_by("pk")
        ids = list(pages.values_list("pk", flat=True))
        return InformationPage.objects.get(pk=self.chance.choice(ids)) if ids else None

    def create(self, title: str) -> None:
        from tests.search import factories

        parent = self.page(live=True, depth=3)
        term = self.chance.choice(("theme.circular", "region.delft"))
        factories.page(parent, title, terms=[term])

    def change(self, title: str) -> None:
        if page := self.page():
            page.title = title
            page.save_revision().publish() if page.live else page.save()

    def delete(self, title: str) -> None:
        if page := self.page(numchild=0):
            page.delete()

    def move(self, title: str) -> None:
        page, parent = self.page(numchild=0), self.page(depth=3)
        if page and parent and page.pk != parent.pk:
            page.move(parent, pos="last-child")

    def hide(self, title: str) -> None:
        from tests.search import factories

        if page := self.page(live=True):
            if self.chance.random() < 0.5:
                page.unpublish()
            else:
                factories.make_private(page)

    def show(self, title: str) -> None:
        from wagtail.models import PageViewRestriction

        if page := self.page(live=False):
            page.save_revision().publish()
        if restriction := PageViewRestriction.objects.order_by("pk").first():
            restriction.delete()


def may_be_found() -> dict[int, str]:
    """Worked out without the product."""
    from wagtail.models import Page, PageViewRestriction

    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    pages = Page.objects.filter(live=True, depth__gt=1).values_list("pk", "path", "title")
    return {pk: title for pk, path, title in pages if not (closed and path.startswith(closed))}


def look(client: Any, chance: random.Random) -> dict[str, Any]:
    """What a visitor sees, who may see nothing else."""
    from cop_search.facade import SearchQuery, search

    q = chance.choice(("", *WORDS))
    allowed = may_be_found()
    found = search(SearchQuery(locale="nl", q=q, page_size=200))
    wrong = [hit.title for hit in found.hits if hit.page_id not in allowed]
    answer = client.get("/zoeken/", {"q": q})
    if answer.status_code >= 500:
        print(f"answered with {answer.status_code}", file=sys.stderr)
        sys.exit(4)
    wrong += sorted(_names(answer.content.decode()) - _names(" ".join(allowed.values())))
    if wrong:
        print(f"found and should not be: {wrong}", file=sys.stderr)
        sys.exit(3)
    return {"total": found.total, "engine": found.engine, "degraded": found.degraded}


def _names(text: str) -> set[str]:
    return set(re.findall(r"Pagina [0-9a-z-]+", text))


def edit(seed: str, number: int, die_at: int | None = None) -> None:
    from django.test import Client

    from cop_search import outbox

    editor, client = Editor(seed), Client(headers={"host": "localhost"})
    for each in range(number):
        if each == die_at:
            # After the commit, and before anything that follows it.
            outbox.Note.__call__ = lambda self: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
        started = time.perf_counter()
        kind = editor.edit(each, hides=each == die_at)
        took = time.perf_counter() - started
        seen = look(client, editor.chance)
        print(json.dumps({"edit": each, "kind": kind, "took": took, **seen}), flush=True)


def main(arguments: list[str]) -> None:
    django.setup()
    what, *rest = arguments
    if what == "make":
        make()
    elif what == "fill":
        fill(int(rest[0]))
    else:
        edit(rest[0], *map(int, rest[1:]))


if __name__ == "__main__":
    main(sys.argv[1:])
