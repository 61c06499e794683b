"""What pages of a host's type carry in one of its fields: in their rows, and in their drafts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.managers import TaggableManager
from taggit.models import CommonGenericTaggedItemBase

from cop_blocks.mapping.problems import MappingRefusedError

Pairs = Iterable[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Value:
    """What a person calls it, and the other names by which it may be a term's."""

    text: str
    others: tuple[str, ...] = ()


@dataclass
class Source:
    """Reads one field of a page type. A *raw* value is what a row or a draft holds: text, or the
    key of a tag or a category."""

    #: (page, raw value) of these pages; one query.
    stored: Callable[[Collection[int]], Pairs]
    #: Raw values in the JSON of a revision; ``None`` where revisions do not hold the field.
    drafted: Callable[[Mapping[str, Any]], list[Any] | None]
    #: Raw values as values; one query at most.
    named: Callable[[Collection[Any]], dict[Any, Value]]
    _known: dict[Any, Value] = field(default_factory=dict)

    def of_pages(self, page_ids: Collection[int]) -> dict[int, list[Value]]:
        pairs = [(page, raw) for page, raw in self.stored(page_ids) if raw not in (None, "")]
        self._learn(raw for _page, raw in pairs)
        found: dict[int, list[Value]] = defaultdict(list)
        for page, raw in pairs:
            found[page] += [self._known[raw]] if raw in self._known else []
        return found

    def of_drafts(self, contents: Iterable[Mapping[str, Any]]) -> list[list[Value] | None]:
        drafts = [self.drafted(content) for content in contents]
        self._learn(raw for draft in drafts for raw in draft or ())
        return [
            None if draft is None else [self._known[raw] for raw in draft if raw in self._known]
            for draft in drafts
        ]

    def _learn(self, raws: Iterable[Any]) -> None:
        if new := set(raws) - set(self._known):
            self._known |= self.named(new)


def source_of(model: type[models.Model], name: str, separator: str = "") -> Source:
    """How to read ``name``: tags, a foreign key, many to many, text or a choice, or
    ``rows.column`` of child rows. Raises :class:`MappingRefusedError`."""
    relation, _dot, column = name.partition(".")
    try:
        found: Any = model._meta.get_field(relation)
    except FieldDoesNotExist:
        raise _refused(model, name) from None
    if column:
        return _rows(model, found, column, name, separator)
    if isinstance(found, TaggableManager):
        return _tags(model, found)
    if isinstance(found, models.ManyToManyField):
        return _many(found)
    if isinstance(found, models.ForeignKey) and not found.remote_field.parent_link:
        return Source(
            stored=lambda ids: model._base_manager.filter(pk__in=ids).values_list(
                "pk", found.attname
            ),
            drafted=lambda content: _keys(found.related_model, [content.get(found.name)]),
            named=_objects(found.related_model),
        )
    if isinstance(found, (models.CharField, models.TextField)):
        return Source(
            stored=lambda ids: _split(
                model._base_manager.filter(pk__in=ids).values_list("pk", found.attname), separator
            ),
            drafted=lambda content: _words(content.get(found.name), separator),
            named=_texts(found),
        )
    raise _refused(model, name)


def _tags(model: Any, manager: Any) -> Source:
    through = manager.remote_field.through
    is_generic = issubclass(through, CommonGenericTaggedItemBase)

    def stored(ids: Collection[int]) -> Pairs:
        rows = through._base_manager.order_by("pk")
        if not is_generic:
            own = rows.filter(content_object__in=ids)
            return [*own.values_list("content_object_id", "tag_id")]
        kind = ContentType.objects.get_for_model(model)
        found = rows.filter(content_type=kind, object_id__in=ids)
        return [(int(pk), tag) for pk, tag in found.values_list("object_id", "tag_id")]

    def drafted(content: Mapping[str, Any]) -> list[Any] | None:
        owner = None if is_generic else through._meta.get_field("content_object")
        if not isinstance(owner, ParentalKey):
            return None
        rows = content.get(owner.remote_field.get_accessor_name(), ())
        return _keys(through.tag_model(), [row.get("tag") for row in rows])

    return Source(stored, drafted, _objects(through.tag_model()))


def _many(found: Any) -> Source:
    owner, other = found.m2m_field_name(), found.m2m_reverse_field_name()

    def stored(ids: Collection[int]) -> Pairs:
        rows = found.remote_field.through._base_manager.filter(**{f"{owner}__in": ids})
        pairs: Pairs = rows.order_by("pk").values_list(f"{owner}_id", f"{other}_id")
        return pairs

    def drafted(content: Mapping[str, Any]) -> list[Any] | None:
        is_kept = isinstance(found, ParentalManyToManyField)
        return _keys(found.related_model, content.get(found.name, ())) if is_kept else None

    return Source(stored, drafted, _objects(found.related_model))


def _rows(model: Any, relation: Any, column: str, name: str, separator: str) -> Source:
    key = getattr(relation, "field", None)
    if not isinstance(key, ParentalKey):
        raise _refused(model, name)
    rows = relation.related_model
    inner = source_of(rows, column, separator)

    def stored(ids: Collection[int]) -> Pairs:
        pages = dict(
            rows._base_manager.filter(**{f"{key.name}__in": ids}).values_list("pk", key.attname)
        )
        return [(pages[row], raw) for row, raw in inner.stored(list(pages))]

    def drafted(content: Mapping[str, Any]) -> list[Any] | None:
        found = [inner.drafted(row) for row in content.get(relation.get_accessor_name(), ())]
        return None if None in found else [raw for raws in found for raw in raws or ()]

    return Source(stored, drafted, inner.named)


def _objects(model: Any) -> Callable[[Collection[Any]], dict[Any, Value]]:
    """Tags and categories: what they print, and their name, title and slug."""

    def named(keys: Collection[Any]) -> dict[Any, Value]:
        found = {}
        for thing in model._base_manager.filter(pk__in=keys):
            others = (getattr(thing, name, "") for name in ("name", "title", "slug"))
            found[thing.pk] = Value(
                " ".join(str(thing).split()),
                tuple(other for other in others if isinstance(other, str)),
            )
        return found

    return named


def _texts(found: Any) -> Callable[[Collection[Any]], dict[Any, Value]]:
    choices = {str(key): str(label) for key, label in found.flatchoices}

    def named(texts: Collection[Any]) -> dict[Any, Value]:
        return {text: Value(choices.get(text, text), (text,)) for text in texts}

    return named


def _keys(model: Any, keys: Iterable[Any]) -> list[Any]:
    return [model._meta.pk.to_python(key) for key in keys if key is not None]


def _words(text: Any, separator: str) -> list[Any]:
    parts = str(text or "").split(separator) if separator else [str(text or "")]
    return [word for part in parts if (word := " ".join(part.split()))]


def _split(pairs: Pairs, separator: str) -> Pairs:
    return [(page, word) for page, text in pairs for word in _words(text, separator)]


def _refused(model: Any, name: str) -> MappingRefusedError:
    fields = model._meta.get_fields()
    usable = [
        found.name
        for found in fields
        if isinstance(
            found, (TaggableManager, models.ManyToManyField, models.CharField, models.TextField)
        )
        or (isinstance(found, models.ForeignKey) and not found.remote_field.parent_link)
    ]
    own = [name for name in usable if name not in _OF_WAGTAIL]
    return MappingRefusedError(
        _("%(model)s has no field “%(field)s” that can be read as terms. It has: %(known)s.")
        % {"model": model._meta.label, "field": name, "known": ", ".join(own) or "-"}
    )


#: Fields of every page, which nobody means.
_OF_WAGTAIL = {
    "title", "draft_title", "slug", "path", "url_path", "seo_title", "search_description",
    "content_type", "owner", "locked_by", "latest_revision", "live_revision", "alias_of",
    "comments", "locale",
}  # fmt: skip
