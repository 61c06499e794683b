"""Every endpoint of wagtail-localize and its family asks its rule first."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.rights import RIGHTS
from cop_blocks.translation.seams import seam

FAMILY = "wagtail_localize"


@seam("wagtail.hooks:get_hooks", guard=RIGHTS)
def get_hooks(original: Callable[..., Any], hook_name: str) -> list[Callable[..., Any]]:
    """What modules of the family register comes wrapped, whichever of them there are."""
    from cop_blocks.translation.rights.buttons import BUTTON_HOOKS, only_for_who_may

    found: list[Callable[..., Any]] = original(hook_name)
    if hook_name == "register_admin_urls":
        return [_guarded(each) if _is_theirs(each) else each for each in found]
    if hook_name in BUTTON_HOOKS:
        return [only_for_who_may(each) if _is_theirs(each) else each for each in found]
    return found


def _is_theirs(function: Any) -> bool:
    return str(getattr(function, "__module__", "")).startswith(FAMILY)


def _guarded(register_admin_urls: Callable[[], Any]) -> Callable[[], Any]:
    @wraps(register_admin_urls)
    def guarded() -> list[Any]:
        patterns = list(register_admin_urls() or ())
        guard_patterns(patterns)
        return patterns

    return guarded


def guard_patterns(patterns: Iterable[Any], namespace: str = "") -> None:
    """Puts the rule of its name before the view of each pattern, also of those included."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, [namespace, pattern.namespace or ""]))
            guard_patterns(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join(filter(None, [namespace, pattern.name or ""]))
            pattern.callback = asks_first(name, pattern.callback)


def asks_first(name: str, view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        # Imported late: URLs are read before the forms of Wagtail's admin may be.
        from cop_blocks.translation.rights.rules import allows

        if is_off(RIGHTS) or allows(name, request, kwargs):
            return view(request, *args, **kwargs)
        return refusal(request)

    return checked


def refusal(request: HttpRequest) -> HttpResponse:
    """To a script a real 403, since it would follow the admin's redirect and believe it; to a
    person the dashboard and a message, as Wagtail does."""
    said = _("You have no right to do that in the language of this translation.")
    by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if by_script or request.method in ("PUT", "DELETE", "PATCH"):
        return JsonResponse({"detail": said}, status=403)
    messages.error(request, said)
    return redirect("wagtailadmin_home")
