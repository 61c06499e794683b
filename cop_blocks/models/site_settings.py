"""Who stands behind a site and where questions go; one row per site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from cop_blocks.base_page import PAGE_MODEL


@register_setting(icon="group", order=300)
class SiteSettings(BaseSiteSetting):
    """Organiser, contact, and the pages that the foot of every page links to.

    The pages are stored as chosen and resolved to the reader's language when they are shown.
    """

    organiser = models.ForeignKey(
        "cop_blocks.Organisation",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("organiser"),
    )
    contact_email = models.EmailField(_("e-mail address for questions"), blank=True)
    contact_phone = models.CharField(_("telephone for questions"), max_length=40, blank=True)
    contact_page = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("contact page"),
    )
    privacy_page = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("privacy page"),
    )
    accessibility_page = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("accessibility page"),
    )

    class Meta:
        verbose_name = _("Community of Practice")
        verbose_name_plural = _("Community of Practice")
