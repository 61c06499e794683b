from django.apps import AppConfig


class CopSiteConfig(AppConfig):
    name = "cop_site"
    label = "cop_site"
    verbose_name = "Samen voor het mkb"
    default_auto_field = "django.db.models.BigAutoField"
