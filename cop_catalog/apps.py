from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopCatalogConfig(AppConfig):
    name = "cop_catalog"
    label = "cop_catalog"
    verbose_name = _("Community of Practice: catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.setup import register_pages
        from cop_catalog.setup import pages

        register_pages(pages, order=20)
