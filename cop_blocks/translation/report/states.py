"""How far a translation is: the one place that says so, in SQL, for any number of them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowMixin, WorkflowState
from wagtail_localize.models import (
    RelatedObjectSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)

from cop_blocks.translation.report.kinds import (
    changed_there,
    live_there,
    published_at,
    roots,
    there_is,
)


class State(TextChoices):
    """In the order of the work."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Being translated")
    OUT_OF_DATE = "out_of_date", _("Out of date")
    IN_REVIEW = "in_review", _("In review")
    READY = "ready", _("Ready to publish")
    COMPLETE = "complete", _("Complete")


def with_state(translations: QuerySet[Translation]) -> Any:
    """Adds ``cop_state_is``, a :class:`State`.

    A translation that is out of date stays so until its text is new and approved; then it is
    ready. One whose text was approved after it was published is ready, too.
    """
    key, locale = "source__object_id", "target_locale"
    finished = ~Exists(_of_outer(unfinished_strings())) & ~Exists(_of_outer(unfinished_related()))
    published = live_there(key, locale) & ~changed_there(key, locale) & ~_approved_since()
    return translations.alias(
        cop_published_at=Coalesce(*published_at(key, locale), _built_at())
    ).annotate(
        cop_state_is=Case(
            When(~there_is(key, locale), then=Value(State.MISSING)),
            When(_in_review(key, locale), then=Value(State.IN_REVIEW)),
            When(_is_out_of_date() & ~(Q(cop_state__refreshed=True) & finished), then=_OUT_OF_DATE),
            When(~finished, then=Value(State.DRAFT)),
            When(_is_out_of_date() | ~published, then=Value(State.READY)),
            default=Value(State.COMPLETE),
            output_field=CharField(),
        )
    )


_OUT_OF_DATE = Value(State.OUT_OF_DATE)


def unfinished_strings() -> Any:
    """The segments of which no text is approved, once for each translation of their source:
    ``cop_translation`` and ``cop_locale`` say which. The rule of ``completeness.unfinished``."""
    return _for_each_translation(StringSegment).exclude(Exists(_approved()))


def unfinished_related() -> Any:
    """The same for objects that a source shows and that have no translation themselves."""
    return _for_each_translation(RelatedObjectSegment).exclude(there_is("object_id", "cop_locale"))


def _for_each_translation(model: Any) -> Any:
    # No order: it would count in a GROUP BY.
    return model.objects.order_by().annotate(
        cop_translation=F("source__translations__pk"),
        cop_locale=F("source__translations__target_locale"),
    )


def _of_outer(segments: Any) -> Any:
    return segments.filter(cop_translation=OuterRef("pk"))


def _approved() -> Any:
    """Of the segment of an outer query, in its ``cop_locale``."""
    texts = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef("cop_locale"),
        has_error=False,
    )
    return texts.exclude(data="").exclude(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )


def _approved_since() -> Q:
    """A text was approved after the last publication."""
    newer = _approved().filter(updated_at__gt=OuterRef("cop_since"))
    segments = _for_each_translation(StringSegment).annotate(cop_since=OuterRef("cop_published_at"))
    return Q(Exists(_of_outer(segments).filter(Exists(newer))))


def _built_at() -> Subquery:
    """For what has no drafts, and so is live once it is built."""
    built = TranslationLog.objects.filter(
        source=OuterRef("source"), locale=OuterRef("target_locale")
    )
    return Subquery(built.order_by("-created_at").values("created_at")[:1])


def _is_out_of_date() -> Q:
    return Q(cop_state__changed__gt=0)


def _in_review(key: str, locale: str) -> Q:
    found = Q(pk__in=[])
    for model in roots():
        if issubclass(model, WorkflowMixin):
            states = WorkflowState.objects.filter(
                base_content_type=ContentType.objects.get_for_model(model),
                status=WorkflowState.STATUS_IN_PROGRESS,
            )
            targets = model._base_manager.filter(
                translation_key=OuterRef(key), locale=OuterRef(locale)
            ).annotate(cop_pk=Cast("pk", CharField()))
            found |= Q(Exists(targets.filter(cop_pk__in=states.values("object_id"))))
    return found
