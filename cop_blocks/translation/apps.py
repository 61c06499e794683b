from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class CopTranslationConfig(AppConfig):
    name = "cop_blocks.translation"
    label = "cop_translation"
    verbose_name = _("Community of Practice: translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cop_blocks.translation import checks

        checks.register()
        if not apps.is_installed("wagtail_localize"):
            return  # a check says so
        from cop_blocks.translation import parts, seams

        parts.connect()
        seams.put_on()
