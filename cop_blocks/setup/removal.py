"""Taking away what setup made, as far as nobody changed or uses it."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import (
    Locale,
    Site,
    Task,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from cop_blocks.base_page import Page
from cop_blocks.models import (
    FactsOrigin,
    Organisation,
    SetupRecord,
    SiteSettings,
    Term,
    TermRow,
    Vocabulary,
)
from cop_blocks.setup import approval, groups, homes, site_settings, tree
from cop_blocks.setup.fingerprints import page_fields
from cop_blocks.setup.registry import steps
from cop_blocks.setup.run import LEFT, TAKEN, is_untouched, remember

#: Steps whose keys name a site and (pages, homes and approval) a language.
_OF_A_SITE = (site_settings.CODE, tree.CODE, approval.CODE)


class Removal:
    """One run of ``--remove``; ``site`` and ``languages`` narrow it, ``None`` means all."""

    def __init__(
        self,
        *,
        site: Site | None,
        languages: Sequence[str] | None,
        is_dry: bool,
        tell: Callable[[str, str], None],
    ) -> None:
        self.site = site
        self.languages = languages
        self.is_dry = is_dry
        self.tell = tell
        #: What a dry run said would go; in a real run it is gone.
        self.gone: set[tuple[type, str]] = set()
        self.reset: set[str] = set()

    def run(self) -> None:
        """Later steps first, children before their parents."""
        kept_groups = [
            record
            for record in SetupRecord.objects.filter(key__startswith=f"{groups.CODE}:")
            if (group := record.thing()) and is_untouched(record, group)
        ]
        for step in sorted(steps(), key=lambda step: -step.order):
            found = SetupRecord.objects.filter(key__startswith=f"{step.code}:").order_by("-pk")
            chosen = [record for record in found if self._is_meant(record)]
            chosen.sort(key=lambda record: -getattr(record.thing(), "depth", 0))
            for record in chosen:
                self._take(record, record.thing())
        if not self.is_dry:
            # With a page its permissions went too: that is no change by hand.
            for record in SetupRecord.objects.filter(pk__in=[record.pk for record in kept_groups]):
                remember(record.key, record.thing())

    def _is_meant(self, record: SetupRecord) -> bool:
        code, *rest = record.key.split(":")
        if self.languages is not None:
            languages = {tree.CODE: rest[-1], approval.CODE: rest[-1], homes.CODE: rest[0]}
            language = languages.get(code)
            if language not in self.languages:
                return False
        return self.site is None or code not in _OF_A_SITE or rest[0] == str(self.site.pk)

    def _take(self, record: SetupRecord, thing: Any) -> None:
        if thing is None or _is_reset(record, thing):
            if not self.is_dry:
                record.delete()
            return
        label = _label(record, thing)
        reason = (
            self._use(thing, record)
            if is_untouched(record, thing)
            else _("it was changed since setup made it")
        )
        if reason:
            self.tell(LEFT, _("%(thing)s: left, %(reason)s") % {"thing": label, "reason": reason})
            return
        self.tell(TAKEN, label)
        if name := _field_of(record, thing):
            self.reset.add(name)
        else:
            self.gone.add((type(thing), str(thing.pk)))
        if not self.is_dry:
            _delete(record, thing)
            record.delete()

    def _use(self, thing: Any, record: SetupRecord) -> str:
        """Why ``thing``, though unchanged, has to stay; empty where nothing holds it."""
        if isinstance(thing, Page):
            children = [page for page in thing.get_children().specific() if not self._went(page)]
            return _("it has pages beneath it") if children else ""
        if isinstance(thing, SiteSettings) and not _field_of(record, thing):
            chosen = [name for name in page_fields() if getattr(thing, f"{name}_id")]
            return _("somebody chose a page in it") if set(chosen) - self.reset else ""
        if isinstance(thing, Group):
            members = thing.user_set.count()
            return (
                ngettext("it has %d member", "it has %d members", members) % members
                if members
                else ""
            )
        if isinstance(thing, Workflow):
            return self._use_of_workflow(thing)
        if isinstance(thing, Task):
            rows = WorkflowTask.objects.filter(task=thing).select_related("workflow")
            if TaskState.objects.filter(task=thing).exists():
                return _("pages were submitted to it")
            held = [row for row in rows if not self._went(row.workflow)]
            return _("a workflow that is left uses it") if held else ""
        if isinstance(thing, Locale):
            pages = [page for page in Page.objects.filter(locale=thing) if not self._went(page)]
            return _("there are pages in it") if pages else ""
        if isinstance(thing, Vocabulary):
            terms = [term for term in thing.terms.all() if not self._went(term)]
            return _("it has terms that are left") if terms else ""
        if isinstance(thing, Term):
            return self._use_of_term(thing)
        return ""

    def _use_of_workflow(self, workflow: Workflow) -> str:
        if WorkflowState.objects.filter(workflow=workflow).exists():
            return _("pages were submitted to it")
        under = WorkflowPage.objects.filter(workflow=workflow)
        left = [row for row in under if not self._went(row)]
        return _("pages that are left are under it") if left else ""

    def _use_of_term(self, term: Term) -> str:
        rows = TermRow.objects.filter(tag=term).select_related("content_object")
        pages = [row for row in rows if not self._went(row.content_object.specific)]
        if pages:
            return ngettext("it is used on %d page", "it is used on %d pages", len(pages)) % len(
                pages
            )
        if Organisation.objects.filter(region=term).exists():
            return _("it is the region of an organisation")
        narrower = [other for other in term.narrower.all() if not self._went(other)]
        return _("terms that are left lie within it") if narrower else ""

    def _went(self, thing: Any) -> bool:
        """Only a dry run finds what it said would go."""
        return (type(thing), str(thing.pk)) in self.gone


def _field_of(record: SetupRecord, thing: Any) -> str:
    """The one field of the site's settings that ``record`` is about."""
    parts = record.key.split(":")
    return parts[2] if isinstance(thing, SiteSettings) and len(parts) > 2 else ""


def _is_reset(record: SetupRecord, thing: Any) -> bool:
    """A setting that was emptied again is no longer ours."""
    name = _field_of(record, thing)
    return bool(name) and not getattr(thing, f"{name}_id")


def _label(record: SetupRecord, thing: Any) -> str:
    if name := _field_of(record, thing):
        return str(SiteSettings._meta.get_field(name).verbose_name)
    if isinstance(thing, SiteSettings):
        return _("Settings of the site")
    if isinstance(thing, Page):
        return f"{thing.title} ({thing.locale.language_code})"
    if isinstance(thing, WorkflowPage):
        return _("approval for “%(page)s” (%(language)s)") % {
            "page": thing.page.title,
            "language": thing.page.locale.language_code,
        }
    return f"{type(thing)._meta.verbose_name}: {thing}"


def _delete(record: SetupRecord, thing: Any) -> None:
    if name := _field_of(record, thing):
        setattr(thing, f"{name}_id", None)
        thing.save()
        return
    thing.delete()
    if isinstance(thing, Page):
        # The last of a group of translations takes the note of where its facts come from along.
        left = Page.objects.filter(translation_key=thing.translation_key)
        if not left.exists():
            FactsOrigin.objects.filter(pk=thing.translation_key).delete()
