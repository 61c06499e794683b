"""Many pages in little time: rows written as they would lie there, past the tree's own methods."""

import random
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Locale, Page, Site

from benchmarks.corpus import terms
from benchmarks.corpus.models import SupportPage
from benchmarks.corpus.timing import once
from benchmarks.corpus.words import Words
from cop_blocks.models import Term, TermRow

_CHUNK = 1000
_START = datetime(2024, 1, 1, tzinfo=UTC)
_FIELDS = ("summary", "text", *terms.VOCABULARIES, "closes")


def make_site() -> None:
    """Home pages in Dutch and English, and vocabularies."""
    terms.make()
    # A new Wagtail site has a page already.
    root = Page.get_first_root_node()
    key = uuid.uuid4()
    for language in ("nl", "en"):
        locale = Locale.objects.get_or_create(language_code=language)[0]
        home = Page(title=language, slug=f"home-{language}", locale=locale, translation_key=key)
        root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": Page.objects.get(slug="home-nl")},
    )


def homes() -> dict[str, Page]:
    found = Page.objects.filter(slug__in=["home-nl", "home-en"]).select_related("locale")
    return {page.locale.language_code: page for page in found}


def fill(upto: int) -> None:
    """Grows the site until it has so many pages, half of them in each language."""
    there = SupportPage.objects.count()
    vocabularies = {language: Words(language) for language in ("nl", "en")}
    chooser = terms.Chooser()
    parents = homes()
    content_type = ContentType.objects.get_for_model(SupportPage)
    keys = dict(Term.objects.values_list("code", "pk"))
    for start in range(there, upto, _CHUNK):
        numbers = range(start, min(start + _CHUNK, upto))
        pages, rows, carried = [], [], []
        for number in numbers:
            chance = random.Random(number)  # noqa: S311
            language = ("nl", "en")[number % 2]
            words = vocabularies[language]
            chosen = chooser.choose(chance)
            title = words.sentence(chance, chance.randint(3, 7))
            pages.append(_page(parents[language], content_type, number, title))
            summary, text = words.sentence(chance, 18), words.sentence(chance, 130)
            first = (chosen[code][0] for code in terms.VOCABULARIES)
            rows.append((summary, text, *first, _closes(pages[-1], chance)))
            carried.append(chosen)
        _write(pages, rows, carried, keys)
    for home in parents.values():
        Page.objects.filter(pk=home.pk).update(
            numchild=Page.objects.filter(path__startswith=home.path, depth=home.depth + 1).count()
        )


def _closes(page: Page, chance: random.Random) -> Any:
    """For most of them a day, past or still to come."""
    if chance.random() < 0.3:
        return None
    closes = page.first_published_at + timedelta(days=chance.randint(30, 1500))
    return connection.ops.adapt_datetimefield_value(closes)


def _page(parent: Page, content_type: Any, number: int, title: str) -> Page:
    published = _START + timedelta(hours=number % 20_000)
    return Page(
        path=Page._get_path(parent.path, parent.depth + 1, number + 1),
        depth=parent.depth + 1,
        title=title,
        draft_title=title,
        slug=f"page-{number}",
        url_path=f"{parent.url_path}page-{number}/",
        content_type=content_type,
        locale=parent.locale,
        translation_key=uuid.UUID(int=number + 1),
        first_published_at=published,
        last_published_at=published,
    )


def _write(
    pages: list[Page],
    rows: list[tuple[Any, ...]],
    carried: list[dict[str, list[str]]],
    keys: dict[str, int],
) -> None:
    table = connection.ops.quote_name(SupportPage._meta.db_table)
    places = ", ".join(["%s"] * (len(_FIELDS) + 1))
    with transaction.atomic():
        made = Page.objects.bulk_create(pages)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} (page_ptr_id, {', '.join(_FIELDS)}) VALUES ({places})",  # noqa: S608
                [(page.pk, *row) for page, row in zip(made, rows, strict=True)],
            )
        TermRow.objects.bulk_create(_term_rows(made, carried, keys), batch_size=5000)


def _term_rows(
    pages: list[Page], carried: list[dict[str, list[str]]], keys: dict[str, int]
) -> Iterator[TermRow]:
    for page, chosen in zip(pages, carried, strict=True):
        codes = [code for listed in chosen.values() for code in listed]
        for place, code in enumerate(codes):
            yield TermRow(content_object=page, tag_id=keys[code], sort_order=place)


def timed(upto: int) -> float:
    """Milliseconds that ``fill`` took."""
    return once(lambda: fill(upto))
