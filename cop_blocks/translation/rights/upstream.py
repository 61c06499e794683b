"""Where wagtail-localize itself lists, offers or makes something, by the rights of the person."""

import json
import logging
from collections.abc import Callable
from typing import Any

from cop_blocks.translation.rights import RIGHTS, may
from cop_blocks.translation.seams import seam

logger = logging.getLogger("cop_translation")


@seam("wagtail_localize.views.report:TranslationsReportView.get_queryset", guard=RIGHTS)
def get_queryset(original: Callable[..., Any], self: Any) -> Any:
    """In an order, too: without one a row may stand on two leaves of the list, or on none."""
    found = may.visible(self.request.user, original(self))
    return found if found.ordered else found.order_by("-pk")


@seam(
    "wagtail_localize.views.submit_translations:SubmitTranslationView.get_form",
    guard=RIGHTS,
)
def get_form(original: Callable[..., Any], self: Any) -> Any:
    """Only the languages that may be asked for."""
    from cop_blocks.translation.rights.submitting import locales_for

    form = original(self)
    locales = form.fields["locales"]
    allowed = locales_for(self.request.user, self.object)
    locales.queryset = locales.queryset.filter(pk__in=[locale.pk for locale in allowed])
    return form


@seam("wagtail_localize.operations:TranslationCreator.create_translations", guard=RIGHTS)
def create_translations(
    original: Callable[..., Any], self: Any, instance: Any, include_related_objects: bool = True
) -> Any:
    """What comes along, the pages beneath and the snippets in use, may stand elsewhere: where the
    person may not, it stays untranslated."""
    if self.user is None:
        return original(self, instance, include_related_objects)
    asked = self.target_locales
    self.target_locales = [locale for locale in asked if may.may_start(self.user, instance, locale)]
    if refused := [locale for locale in asked if locale not in self.target_locales]:
        logger.info(
            "%s may not have %r translated into %s", self.user, instance, [str(x) for x in refused]
        )
    try:
        return original(self, instance, include_related_objects)
    finally:
        self.target_locales = asked


@seam("wagtail_localize.views.edit_translation:render", guard=RIGHTS)
def render(
    original: Callable[..., Any], request: Any, template_name: str, context: dict[str, Any]
) -> Any:
    """The editor offers to stop, to convert and to delete to whoever may stop; it has no property
    for stopping, so a style sheet takes that away. Wagtail lets a translator delete a draft, too:
    in the editor that would be the one big button at the foot."""
    if "translation" in context and "props" in context:
        may_stop = may.may_stop(request.user, context["translation"])
        if not may_stop:
            props = json.loads(context["props"])
            props["links"]["convertToAliasUrl"] = None
            props["perms"]["canDelete"] = False
            context = context | {"props": json.dumps(props)}
        context = context | {"cop_may_stop": may_stop}
    return original(request, template_name, context)
