"""The page that lists organisations, and shows each of them at an address of its own."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.forms import CopPageForm
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.languages import address_in_own_language
from cop_blocks.pages import CopPageMixin
from cop_blocks.parts import below
from cop_blocks.share_card import CARD_PATH, card_response
from cop_blocks.streamfield import BodyField


class OrganisationIndexPageMixin(CopPageMixin, models.Model):
    """``<slug>/`` below it is the page of one organisation, of which something public speaks."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(_("text"), blank=True)

    page_description = _("The list of organisations; each has an address below it.")
    subpage_types: ClassVar[list[str]] = []
    base_form_class = CopPageForm
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction", help_text=_("One or two sentences above the list.")),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True

    def get_template(
        self, request: HttpRequest, *args: Any, organisation: Any = None, **kwargs: Any
    ) -> list[str]:
        name = "organisation" if organisation else "organisation_index_page"
        return [f"cop_blocks/{name}.html"]

    def get_context(
        self, request: HttpRequest, *args: Any, organisation: Any = None, **kwargs: Any
    ) -> dict[str, Any]:
        from cop_blocks.shown_organisations import organisation_cards, organisation_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        if organisation is not None:
            return {**context, **organisation_context(self, organisation, request)}
        return {**context, "organisations": organisation_cards(request)}

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        match path_components:
            case [slug] if slug != CARD_PATH:
                kwargs = {}
            case [slug, last] if last == CARD_PATH:
                kwargs = {"card": True}
            case _:
                return super().route(request, path_components)
        organisation = self.organisation(request, slug)
        if organisation is None or not self.live:  # type: ignore[attr-defined]
            raise Http404
        return RouteResult(self, kwargs={**kwargs, "organisation": organisation})

    def serve(
        self, request: HttpRequest, *args: Any, card: bool = False, **kwargs: Any
    ) -> HttpResponse:
        organisation = kwargs.get("organisation")
        if card and organisation and not address_in_own_language(self, request):
            return card_response(request, self, organisation.name)
        return super().serve(request, *args, **kwargs)

    def organisation(self, request: HttpRequest, slug: str) -> Any | None:
        """The organisation of an address, if it is one that readers of this language may see."""
        from cop_blocks.organisations import shown_organisations

        shown = shown_organisations(request, self.locale.language_code)  # type: ignore[attr-defined]
        return shown.filter(slug=slug).select_related("logo", "region__vocabulary").first()

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The list itself, and every organisation that it shows."""
        from cop_blocks.organisations import shown_organisations

        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)  # type: ignore[misc]
        language = self.locale.language_code  # type: ignore[attr-defined]
        slugs = shown_organisations(request, language).values_list("slug", flat=True)
        address = urls[0]["location"] if urls else ""
        return [*urls, *({"location": below(address, f"{slug}/"), "key": slug} for slug in slugs)]


class OrganisationIndexPage(OrganisationIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("list of organisations")
        verbose_name_plural = _("lists of organisations")
