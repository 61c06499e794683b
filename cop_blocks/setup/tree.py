"""The step that makes the page tree, as real translations of one another."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug

from cop_blocks.base_page import Page
from cop_blocks.models import SetupRecord, Term, TermRow
from cop_blocks.setup.registry import PagePlan, page_plans
from cop_blocks.setup.run import LEFT, MADE, THERE, Place, SetupRun, is_untouched
from cop_blocks.setup.texts import speaks, text_in

CODE = "pages"


def make_pages(run: SetupRun) -> None:
    """Make each planned page in each language; what is there already is used as it is."""
    for plan in page_plans():
        for place in run.places:
            run.pages[plan.key, place.language] = _page(run, plan, place)


def record_key(run: SetupRun, plan_key: str, language: str) -> str:
    return f"{CODE}:{run.site.pk}:{plan_key}:{language}"


def _page(run: SetupRun, plan: PagePlan, place: Place) -> Page | None:
    key = record_key(run, plan.key, place.language)
    label = f"{text_in(plan.titles, place.language)} ({place.language})"
    record = run.record_of(key)
    if record is not None:
        found: Page | None = run.recall(record, label)
        return found
    found = _made_by_hand(run, plan, place)
    if found is not None:
        run.say(THERE, _("%(page)s: not made by setup, used as it is") % {"page": label})
        return found
    parent = run.pages.get((plan.parent, place.language)) if plan.parent else place.parent
    if parent is None and not run.is_dry:
        run.say(LEFT, _("%(page)s: the page to stand beneath is not there") % {"page": label})
        return None
    source = _source(run, plan, place)
    if source is not None and parent is not None and not _stands_beneath(source, parent):
        run.say(
            LEFT,
            _("%(page)s: its translation “%(source)s” was moved; translate it by hand")
            % {"page": label, "source": source.title},
        )
        return None
    run.say(MADE, label if _may_show(run, plan, place, source) else _("%s: as a draft") % label)
    if run.is_dry:
        return None
    page = _make(run, plan, place, parent, source)
    run.made(key, page)
    return page


def _source(run: SetupRun, plan: PagePlan, place: Place) -> Page | None:
    """The same page in another language, of this run or of an earlier one, or made by hand."""
    for other in run.places:
        page = run.pages.get((plan.key, other.language))
        if page is not None and other.language != place.language:
            return page.specific
    for record in SetupRecord.objects.filter(key__startswith=record_key(run, plan.key, "")):
        if (page := record.thing()) is not None:
            return page.specific
    locale = run.parent.locale
    if place.locale is None or locale == place.locale:
        return None
    found = _like(run, plan, Place(locale.language_code, locale, run.parent, is_public=True))
    return found.specific if found is not None else None


def _stands_beneath(source: Page, parent: Page) -> bool:
    return bool(source.get_parent().translation_key == parent.translation_key)


def _made_by_hand(run: SetupRun, plan: PagePlan, place: Place) -> Page | None:
    if place.parent is None or place.locale is None:
        return None
    source = _source(run, plan, place)
    translation = source.get_translation_or_none(place.locale) if source else None
    return translation if translation is not None else _like(run, plan, place)


def _like(run: SetupRun, plan: PagePlan, place: Place) -> Page | None:
    """A page in this language that is what the plan asks for."""
    home = run.site.root_page.get_translation_or_none(place.locale) or place.parent
    pages = apps.get_model(plan.model)._default_manager.descendant_of(home)
    pages = pages.filter(locale=place.locale)
    if not plan.is_only_one:
        if not plan.terms:
            pages = pages.filter(slug=text_in(plan.slugs, place.language))
        for vocabulary, code in plan.terms:
            pages = pages.filter(
                cop_term_rows__tag__vocabulary__code=vocabulary, cop_term_rows__tag__code=code
            )
    page: Page | None = pages.first()
    return page


def _may_show(run: SetupRun, plan: PagePlan, place: Place, source: Page | None) -> bool:
    """A page is published when all that it says is in its language."""
    if not place.is_public or not speaks(plan.titles, place.language):
        return False
    if source is None:
        return True
    record = run.record_of(record_key(run, plan.key, source.locale.language_code))
    return record is not None and is_untouched(record, source)


def _make(
    run: SetupRun, plan: PagePlan, place: Place, parent: Page | None, source: Page | None
) -> Page:
    may_show = _may_show(run, plan, place, source)
    if source is not None:
        page = source.copy_for_translation(place.locale).specific
        _write(page, plan, place, page.get_parent())
        page.save()
    else:
        page = apps.get_model(plan.model)(locale=place.locale, live=False)
        _write(page, plan, place, parent)
        _add_terms(page, plan)
        parent.add_child(instance=page)  # type: ignore[union-attr]
    revision = page.save_revision()
    if may_show:
        revision.publish()
    stored: Page = type(page)._base_manager.get(pk=page.pk)
    return stored


def _write(page: Any, plan: PagePlan, place: Place, parent: Any) -> None:
    page.title = page.draft_title = text_in(plan.titles, place.language)
    page.slug = find_available_slug(
        parent, text_in(plan.slugs, place.language), ignore_page_id=page.pk
    )
    for name, texts in plan.texts.items():
        setattr(page, name, text_in(texts, place.language))
    # A host's own base page need not have it.
    if hasattr(page, "show_in_menus"):
        page.show_in_menus = plan.in_menus


def _add_terms(page: Any, plan: PagePlan) -> None:
    for order, (vocabulary, code) in enumerate(plan.terms):
        term = Term.objects.get(vocabulary__code=vocabulary, code=code)
        page.cop_term_rows.add(TermRow(tag=term, sort_order=order))
