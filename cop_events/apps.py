from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopEventsConfig(AppConfig):
    name = "cop_events"
    label = "cop_events"
    verbose_name = _("Community of Practice: sessions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.setup import register_pages
        from cop_events.setup import pages

        register_pages(pages, order=10)
