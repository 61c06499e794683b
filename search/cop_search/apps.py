from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopSearchConfig(AppConfig):
    name = "cop_search"
    label = "cop_search"
    verbose_name = _("Community of Practice: finding")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.setup import register_pages
        from cop_search.setup import pages

        register_pages(pages, order=30)
