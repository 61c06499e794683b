"""Where Wagtail asks; the parts answer. Nothing here where wagtail-localize is not installed."""

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from cop_blocks.translation.conf import is_off


def urls_of_report() -> list[Any]:
    from cop_blocks.translation.report import urls

    return urls.admin_urls()


def menu_item_of_report() -> Any:
    from cop_blocks.translation.report import menu

    return menu.item()


def menu_item_of_my_translations() -> Any:
    from cop_blocks.translation.report import mine

    return mine.item()


def panel_of_translations(request: HttpRequest, panels: list[Any]) -> None:
    from cop_blocks.translation.report.panel import TranslationsPanel

    panels.append(TranslationsPanel())


def leave_out_their_report(request: HttpRequest, items: list[Any]) -> None:
    from cop_blocks.translation.report import menu

    menu.without_upstream(items)


def refuse_to_edit_page(request: HttpRequest, page: Any) -> Any:
    from cop_blocks.translation.rights import editing

    return None if is_off("rights") else editing.refused_page(request, page)


def refuse_to_edit_snippet(request: HttpRequest, instance: Any) -> Any:
    from cop_blocks.translation.rights import editing

    return None if is_off("rights") else editing.refused_snippet(request, instance)


def refuse_to_convert_alias(request: HttpRequest, page: Any) -> Any:
    from cop_blocks.translation.rights import aliases

    return None if is_off("rights") else aliases.refused(request, page)


def leave_out_of_page_menu(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    from cop_blocks.translation.rights import buttons, may

    page = context.get("page")
    if page is not None and not is_off("rights"):
        buttons.leave_out(menu_items, may.may_convert(request.user, page))


def tell_what_is_out_of_date(request: HttpRequest, instance: Any) -> None:
    from cop_blocks.translation.freshness import marks

    marks.tell(request, instance)


def tell_not_yet(page: Any, request: HttpRequest, args: Any, kwargs: Any) -> Any:
    from cop_blocks.translation.visitors.answer import instead_of_alias

    return instead_of_alias(page, request)


def open_editor_of_alias(request: HttpRequest, page: Any) -> Any:
    from cop_blocks.translation.guards import aliases

    return None if is_off("submit") else aliases.editor_of(request, page)


def urls_of_guards() -> Any:
    from cop_blocks.translation.guards import urls

    return urls.admin_urls()


def urls_of_jobs() -> Any:
    from cop_blocks.translation.jobs import urls

    return urls.admin_urls()


def log_actions_of_guards(actions: Any) -> None:
    from cop_blocks.translation.guards import log

    log.register(actions)


def pages_to_cascade(pages: list[Any], action: str) -> Any:
    from cop_blocks.translation.cascades import core

    return core.pages_to_cascade(pages, action)


def after_act(request: HttpRequest, instance: Any) -> Any:
    """It was taken off the site, deleted or moved."""
    from cop_blocks.translation.cascades.settling import settle, way_on

    return settle(request, then=way_on(request, instance))


def after_deleting_snippets(request: HttpRequest, instances: Any) -> Any:
    return after_act(request, instances[0]) if instances else None


def after_edit(request: HttpRequest, page: Any) -> None:
    from cop_blocks.translation.cascades.settling import settle

    settle(request, may_lead=False)


def after_bulk(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> Any:
    from cop_blocks.translation.cascades.settling import settle

    return settle(request, then=action.next_url)


def urls_of_cascades() -> list[URLPattern]:
    from cop_blocks.translation.cascades.settling import URL
    from cop_blocks.translation.cascades.views import what_follows

    return [path("cop/translations/follow/<slug:act>/", what_follows, name=URL)]


def log_actions_of_cascades(actions: Any) -> None:
    from cop_blocks.translation.cascades.history import register

    register(actions)


def script_that_goes_to_a_segment() -> str:
    from cop_blocks.translation.guards import places

    return places.script()


def urls_of_help() -> Any:
    from cop_blocks.translation.helps import views

    return views.admin_urls()


def log_actions_of_help(actions: Any) -> None:
    from cop_blocks.translation.helps import history

    history.register(actions)


if apps.is_installed("wagtail_localize"):
    hooks.register("register_admin_urls", urls_of_report)
    hooks.register("register_reports_menu_item", menu_item_of_report)
    hooks.register("construct_reports_menu", leave_out_their_report)
    hooks.register("register_admin_menu_item", menu_item_of_my_translations)
    hooks.register("construct_homepage_panels", panel_of_translations)
    hooks.register("before_edit_page", refuse_to_edit_page, order=-90)
    hooks.register("before_edit_snippet", refuse_to_edit_snippet, order=-90)
    hooks.register("before_convert_alias_page", refuse_to_convert_alias)
    hooks.register("construct_page_action_menu", leave_out_of_page_menu)
    hooks.register("before_edit_page", tell_what_is_out_of_date, order=-80)
    hooks.register("before_edit_snippet", tell_what_is_out_of_date, order=-80)
    hooks.register("before_serve_page", tell_not_yet)
    hooks.register("before_edit_page", open_editor_of_alias, order=-80)
    hooks.register("register_admin_urls", urls_of_guards)
    hooks.register("register_admin_urls", urls_of_jobs)
    hooks.register("register_log_actions", log_actions_of_guards)
    hooks.register("construct_translated_pages_to_cascade_actions", pages_to_cascade)
    for _name in (
        "after_unpublish_page",
        "after_delete_page",
        "after_move_page",
        "after_unpublish",
    ):
        hooks.register(_name, after_act, order=100)
    hooks.register("after_delete_snippet", after_deleting_snippets, order=100)
    hooks.register("after_edit_page", after_edit, order=-100)
    hooks.register("after_bulk_action", after_bulk, order=100)
    hooks.register("register_admin_urls", urls_of_cascades)
    hooks.register("register_log_actions", log_actions_of_cascades)
    hooks.register("register_admin_urls", urls_of_help)
    hooks.register("register_log_actions", log_actions_of_help)
    hooks.register("insert_editor_js", script_that_goes_to_a_segment)
