"""Who stands behind a site and where questions go; one row per site."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from cop_blocks.base_page import PAGE_MODEL

if TYPE_CHECKING:
    from django.http import HttpRequest


@register_setting(icon="group", order=300)
class SiteSettings(BaseSiteSetting):
    """Organiser, contact, and the pages that the foot of every page links to.

    The pages are stored as chosen and resolved to the reader's language when they are shown.
    """

    #: With the pages: which they are in another language is asked by their keys.
    select_related = [
        "organiser",
        "contact_page",
        "about_page",
        "privacy_page",
        "accessibility_page",
    ]

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
    about_page = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("page about the community"),
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

    panels = [
        FieldPanel("organiser"),
        MultiFieldPanel(
            [FieldPanel("contact_page"), FieldPanel("contact_email"), FieldPanel("contact_phone")],
            heading=_("Contact"),
            help_text=_(
                "“Ask a question” leads to the contact page, which shows the address and the "
                "telephone. Without a contact page it opens a mail to the address."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("about_page"),
                FieldPanel("privacy_page"),
                FieldPanel("accessibility_page"),
            ],
            heading=_("Foot of every page"),
            help_text=_("Choose a page in any language: readers get it in theirs."),
        ),
    ]

    class Meta:
        verbose_name = _("Community of Practice")
        verbose_name_plural = _("Community of Practice")

    @classmethod
    def for_request(cls, request: "HttpRequest") -> "SiteSettings":
        """The setting of the request's site. Wagtail's own would write a row on a GET."""
        name = cls.get_cache_attr_name()
        if not hasattr(request, name):
            site = Site.find_for_request(request)
            found: Any = cls.base_queryset().filter(site=site).first() if site else None
            setting: SiteSettings = found or cls(site=site)
            setting._request = request
            setattr(request, name, setting)
        known: SiteSettings = getattr(request, name)
        return known
