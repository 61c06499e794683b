from django.apps import AppConfig


class CopSiteConfig(AppConfig):
    name = "cop_site"
    label = "cop_site"
    verbose_name = "Samen voor het mkb"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.around import read_along
        from cop_site.navigation import in_menus

        read_along("menu", in_menus)
