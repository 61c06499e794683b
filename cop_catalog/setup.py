"""The pages of the catalogue, as ``cop_setup`` makes them."""

from collections.abc import Iterator

from django.utils.text import slugify

from cop_blocks.models import Term, Vocabulary
from cop_blocks.setup import PagePlan
from cop_blocks.terms.start.themes import THEMES


def pages() -> Iterator[PagePlan]:
    """The lists, and a landing page for each theme that the site has."""
    yield PagePlan(
        key="catalogue",
        model="cop_catalog.InitiativeIndexPage",
        titles={"en": "Support", "nl": "Ondersteuning"},
        slugs={"en": "support", "nl": "ondersteuning"},
        is_for_partners=True,
        texts={
            "introduction": {
                "en": "Find support for entrepreneurs by theme, region, audience and kind of help.",
                "nl": "Vind steun voor ondernemers op thema, regio, doelgroep en soort hulp.",
            }
        },
    )
    yield PagePlan(
        key="themes",
        model="cop_catalog.ThemeIndexPage",
        titles={"en": "Themes", "nl": "Thema’s"},
        slugs={"en": "themes", "nl": "themas"},
        texts={
            "introduction": {
                "en": "The transitions that we work on together.",
                "nl": "De transities waar we samen aan werken.",
            }
        },
    )
    yield from _themes()
    yield PagePlan(
        key="good-practices",
        model="cop_catalog.GoodPracticeIndexPage",
        titles={"en": "Good practices", "nl": "Goede praktijken"},
        slugs={"en": "good-practices", "nl": "goede-praktijken"},
        is_for_partners=True,
        texts={
            "introduction": {
                "en": "What others did, what it changed and how they know.",
                "nl": "Wat anderen deden, wat het veranderde en hoe ze dat weten.",
            }
        },
    )


def _themes() -> Iterator[PagePlan]:
    for code, labels in _theme_labels():
        yield PagePlan(
            key=f"theme-{code}",
            model="cop_catalog.ThemePage",
            titles=labels,
            slugs={language: slugify(label) or code for language, label in labels.items()},
            parent="themes",
            terms=(("theme", code),),
            is_only_one=False,
        )


def _theme_labels() -> Iterator[tuple[str, dict[str, str]]]:
    """The themes of the site; before there are any, those that it will start with."""
    if not Vocabulary.objects.filter(code="theme").exists():
        for start in THEMES.terms:
            yield start.code, {"nl": start.nl, "en": start.en}
        return
    terms = Term.objects.filter(vocabulary__code="theme", is_retired=False)
    for term in terms.prefetch_related("labels"):
        yield term.code, {label.language: label.label for label in term.labels.all()}
