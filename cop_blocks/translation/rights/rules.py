"""Who may come to an endpoint of wagtail-localize, by the name of its URL.

A rule answers for a request and the arguments of its URL. A name that has no rule is closed, so a
version of wagtail-localize that brings a new endpoint opens nothing; a host with an app of the same
family gives its own a rule with ``register``.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params

from cop_blocks.translation.rights import submitting, writing
from cop_blocks.translation.rights.models import has

Rule = Callable[..., bool]

_rules: dict[str, Rule] = {}


def register(name: str, rule: Rule) -> None:
    """Opens the endpoint ``name`` ("namespace:name") where ``rule(request, **kwargs)`` says so."""
    _rules[name] = rule


def allows(name: str, request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Whether the person of ``request`` may come there. ``Http404`` where there is nothing."""
    rule = _rules.get(name)
    return rule is not None and rule(request, **kwargs)


def anyone(request: HttpRequest, **kwargs: Any) -> bool:
    """Everybody of the admin; what they see there is narrowed by the view."""
    return True


def looks_at_the_model(
    request: HttpRequest, app_label: str, model_name: str, **kwargs: Any
) -> bool:
    """Who may do anything with the snippets of a model, be it only see them."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    return any(has(request.user, action, model) for action in ("view", "add", "change", "delete"))


_OF_LOCALIZE: dict[str, Rule] = {
    "javascript_catalog": anyone,
    "translations_report": anyone,
    "translations_report_results": anyone,
    "submit_page_translation": submitting.submits_page,
    "submit_snippet_translation": submitting.submits_snippet,
    "update_translations": submitting.updates,
    "edit_string_translation": writing.writes,
    "edit_override": writing.writes,
    "upload_pofile": writing.writes,
    "machine_translate": writing.writes,
    "download_pofile": writing.translates,
    "preview_translation": writing.translates,
    "stop_translation": writing.stops,
    "convert_to_alias": writing.converts,
    "snippets_api_listing": looks_at_the_model,
    "snippets_api_detail": looks_at_the_model,
}
for _name, _rule in _OF_LOCALIZE.items():
    register(f"wagtail_localize:{_name}", _rule)
