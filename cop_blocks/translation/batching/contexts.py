"""Where segments stand: one row of wagtail-localize's for each path of a content object."""

from collections.abc import Iterable
from typing import Any

from wagtail_localize.models import TranslationContext, TranslationSource


def contexts(source: TranslationSource, instance: Any, paths: Iterable[str]) -> dict[str, int]:
    """Path -> key of its row; those that lack are made, each with the path of its field.
    ``instance`` is the source as its specific class."""
    wanted = {TranslationContext._get_path_id(path): path for path in paths}
    known = _known(source, wanted)
    made = [
        TranslationContext(object_id=source.object_id, path_id=path_id, path=path)
        for path_id, path in wanted.items()
        if path not in known
    ]
    # Rows of old versions have no path of the field.
    bare = [context for context in known.values() if not context.field_path]
    for context in (*made, *bare):
        _name_field(context, instance)
    if bare:
        TranslationContext.objects.bulk_update(bare, ["field_path"])
    if made:
        # Somebody else may make the same ones at this moment.
        TranslationContext.objects.bulk_create(made, ignore_conflicts=True)
        known = _known(source, wanted)
    return {path: context.pk for path, context in known.items()}


def _known(source: TranslationSource, wanted: dict[Any, str]) -> dict[str, Any]:
    rows = TranslationContext.objects.filter(object_id=source.object_id, path_id__in=wanted)
    return {wanted[context.path_id]: context for context in rows}


def _name_field(context: TranslationContext, instance: Any) -> None:
    """wagtail-localize works the path of the field out and saves it; here it is saved with all
    others."""
    context.save = lambda **kwargs: None
    context.get_field_path(instance)
    del context.save
