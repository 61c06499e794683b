"""The tabs of an initiative, in the order in which an editor knows the answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import CountedPanel, title_panels
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.editing.rules import WATCHED, shown_when
from cop_blocks.facts import FactsPanel
from cop_blocks.terms.panels import TermsPanel
from cop_catalog.edit_forms.initiative_form import InitiativePageForm
from cop_catalog.edit_forms.rules import APPLIES


def initiative_edit_handler() -> Any:
    return TabbedInterface(
        [
            ObjectList(
                [
                    AdvicePanel(),
                    *title_panels(),
                    CountedPanel("summary"),
                    FieldPanel("body"),
                ],
                heading=_("Support"),
            ),
            ObjectList(
                [
                    FactsPanel(
                        [TermsPanel()],
                        heading=_("Terms"),
                        help_text=_(
                            "By these visitors find the initiative: its theme, the kind of "
                            "support, for which businesses and in which region."
                        ),
                    ),
                    FieldPanel(
                        "requirements",
                        help_text=_(
                            "What a business must meet to get this support. For example: at most "
                            "50 employees, and registered in Zuid-Holland."
                        ),
                    ),
                    FactsPanel(
                        [FieldPanel("service_languages")], heading=_("Languages of the service")
                    ),
                ],
                heading=_("For whom and where"),
            ),
            ObjectList([_organisations(), _contact()], heading=_("Who")),
            ObjectList(
                [_dates(), _addresses(), _amounts(), FieldPanel("costs_note")],
                heading=_("Applying and money"),
                attrs=WATCHED,
            ),
            ObjectList(
                [_state(), _check(), _relations()], heading=_("State and check"), attrs=WATCHED
            ),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ],
        base_form_class=InitiativePageForm,
    )


def _organisations() -> Any:
    return FactsPanel(
        [InlinePanel("organisation_rows", label=_("organisation"))],
        heading=_("Organisations"),
        help_text=_("Who offers, pays for or carries out the support. The provider comes first."),
    )


def _contact() -> Any:
    return FactsPanel(
        [
            FieldPanel(
                "contact",
                help_text=_("Somebody who knows it well. New people are added under Community."),
            ),
            FieldRowPanel(
                [
                    FieldPanel(
                        "contact_email",
                        help_text=_("Rather a desk than a person: support@example.org."),
                    ),
                    FieldPanel("contact_phone", help_text=_("For example: 010 123 45 67.")),
                ]
            ),
        ],
        heading=_("Contact"),
        help_text=_("Whom a visitor can ask. All of it is public."),
    )


def _amounts() -> Any:
    return FactsPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("amount_min", help_text=_("Digits only, for example 500.")),
                    FieldPanel("amount_max", help_text=_("Digits only, for example 10000.")),
                    FieldPanel("currency"),
                ]
            ),
            FieldRowPanel([FieldPanel("amount_share"), FieldPanel("own_contribution")]),
        ],
        heading=_("Amounts"),
        help_text=_("Leave empty what you do not know: visitors do not see it then."),
    )


def _dates() -> Any:
    return FactsPanel(
        [
            FieldPanel("is_rolling"),
            FieldRowPanel(
                [
                    FieldPanel("opens_on"),
                    FieldPanel("closes_on", attrs=shown_when(APPLIES["closes_on"])),
                ]
            ),
            FieldPanel("budget_used_up"),
        ],
        heading=_("When"),
        help_text=_("Visitors see by themselves whether it opens soon, is open or is closed."),
    )


def _addresses() -> Any:
    return FactsPanel(
        [
            FieldPanel(
                "apply_url",
                help_text=_("The form or the page itself: https://www.example.org/apply."),
            ),
            FieldPanel(
                "info_url",
                help_text=_("Where all conditions are: https://www.example.org/scheme."),
            ),
        ],
        heading=_("Where"),
        help_text=_("The first address is the button on the page; without it, the second."),
    )


def _state() -> Any:
    return FactsPanel(
        [
            FieldPanel("state"),
            PageChooserPanel(
                "successor",
                "cop_catalog.InitiativePage",
                attrs=shown_when(APPLIES["successor"]),
            ),
            FieldPanel("state_reason", attrs=shown_when(APPLIES["state_reason"])),
        ],
        heading=_("State"),
        help_text=_("Rather than removing an initiative, say what became of it."),
    )


def _check() -> Any:
    return FactsPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("verified_on"),
                    FieldPanel(
                        "verified_by", help_text=_("Whose word it is; as a rule the provider.")
                    ),
                ]
            ),
            FieldPanel(
                "review_interval_days",
                help_text=_("A number of days: 365 is once a year. The list then asks for it."),
            ),
            FieldPanel("external_id"),
        ],
        heading=_("Check"),
    )


def _relations() -> Any:
    return FactsPanel(
        [InlinePanel("relation_rows", label=_("related initiative"))],
        heading=_("Related initiatives"),
    )
