"""The step that points the site's settings at the pages made for it."""

from django.utils.translation import gettext as _

from cop_blocks.models import SiteSettings
from cop_blocks.setup.registry import page_plans
from cop_blocks.setup.run import MADE, THERE, SetupRun

CODE = "settings"


def fill_settings(run: SetupRun) -> None:
    """Fill what is empty; what somebody chose stays."""
    settings = run.ensure(
        f"{CODE}:{run.site.pk}", _("Settings of the site"), lambda: SiteSettings.for_site(run.site)
    )
    for plan in page_plans():
        if plan.setting:
            _point(run, settings, plan.key, plan.setting)


def _point(run: SetupRun, settings: SiteSettings | None, plan_key: str, name: str) -> None:
    key = f"{CODE}:{run.site.pk}:{name}"
    label = str(SiteSettings._meta.get_field(name).verbose_name)
    if (settings and getattr(settings, f"{name}_id")) or run.record_of(key):
        run.say(THERE, label)
        return
    pages = (run.pages.get((plan_key, place.language)) for place in run.places)
    page = next((page for page in pages if page is not None), None)
    if not run.is_dry and (page is None or settings is None):
        return
    run.say(MADE, label)
    if settings is not None and page is not None:
        setattr(settings, f"{name}_id", page.pk)
        settings.save()
        run.made(key, settings)
