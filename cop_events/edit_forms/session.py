"""The tabs of a session, in the order in which an editor knows the answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.editing.rules import WATCHED, shown_when
from cop_blocks.facts import FactsPanel
from cop_blocks.terms.panels import TermsPanel
from cop_events.dates import Precision
from cop_events.edit_forms.rules import APPLIES
from cop_events.edit_forms.when import WhenPanel


class FormFieldPanel(FieldPanel):
    """A field that only the form has: there is nothing of it to compare or to comment on."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{"disable_comments": True, **kwargs})

    class BoundPanel(FieldPanel.BoundPanel):
        def get_comparison(self) -> list[Any]:
            return []


def _applying(name: str, **kwargs: Any) -> FieldPanel:
    """A field that is there only when it applies."""
    return FieldPanel(name, attrs=shown_when(APPLIES[name]), **kwargs)


def session_edit_handler() -> Any:
    return TabbedInterface(
        [
            ObjectList(_session(), heading=_("Session")),
            ObjectList(
                [_date(), _place(), _participation()],
                heading=_("Date and place"),
                attrs=WATCHED,
            ),
            ObjectList([_programme(), _speakers()], heading=_("Programme")),
            ObjectList(
                [_materials(), FieldPanel("report"), _afterwards()],
                heading=_("Materials and report"),
            ),
            ObjectList(getattr(Page, "promote_panels", []), heading=_("Promote")),
            ObjectList(getattr(Page, "settings_panels", []), heading=_("Settings")),
        ]
    )


def _session() -> list[Any]:
    return [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction"),
        FactsPanel([FieldPanel("number")], heading=_("Place in the series")),
        FactsPanel(
            [TermsPanel()],
            heading=_("Terms"),
            help_text=_("By these visitors find the session, and theme pages list it."),
        ),
        MultiFieldPanel(
            [InlinePanel("question_rows", label=_("guiding question"))],
            heading=_("Guiding questions"),
            help_text=_("Three as a rule. They stand on the session and on the page of its theme."),
        ),
        FieldPanel("body"),
    ]


def _date() -> Any:
    return WhenPanel(
        [
            FieldPanel("precision", widget=forms.RadioSelect),
            FieldRowPanel([_applying("start_date"), _applying("end_date")]),
            FieldRowPanel(
                [
                    _applying("start_time", help_text=_("For example 13:30.")),
                    _applying("end_time", help_text=_("Empty while you do not know it.")),
                ]
            ),
            FieldRowPanel(
                [
                    FormFieldPanel("start_month", attrs=shown_when(APPLIES["start_month"])),
                    FormFieldPanel("start_year", attrs=shown_when(APPLIES["start_year"])),
                    FormFieldPanel("end_month", attrs=shown_when(APPLIES["end_month"])),
                ]
            ),
            FieldPanel("timezone", attrs=shown_when({"precision": [Precision.TIME]})),
            FieldPanel(
                "status",
                help_text=_(
                    "A session that is cancelled or postponed stays on the site, and calendars "
                    "that follow it are told."
                ),
            ),
        ],
        heading=_("Date"),
        help_text=_(
            "Fill in what you know now; you can be more exact later. Until the day is known "
            "the page shows the month, and nobody can put it in a calendar yet."
        ),
    )


def _place() -> Any:
    return FactsPanel(
        [
            FieldPanel("mode", widget=forms.RadioSelect),
            FieldPanel("spoken_language"),
            _applying("venue_name", help_text=_("For example: Energiehuis, Dordrecht.")),
            _applying(
                "venue_address",
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Street, postcode and town, each on a line of its own."),
            ),
            _applying("venue_accessibility"),
            _applying("online_url"),
        ],
        heading=_("Place"),
    )


def _participation() -> Any:
    return FactsPanel(
        [
            FieldPanel(
                "sign_up_url",
                help_text=_(
                    "The form elsewhere: https://www.example.org/sign-up. Shown as “Sign up” until "
                    "the session is over or cancelled."
                ),
            ),
            FieldPanel("capacity", help_text=_("Empty: nobody is turned away.")),
            InlinePanel(
                "organisation_rows",
                label=_("organisation"),
                heading=_("Organisations that take part"),
            ),
        ],
        heading=_("Taking part"),
    )


def _programme() -> Any:
    return FactsPanel(
        [InlinePanel("programme_rows", label=_("part of the programme"))],
        heading=_("Programme"),
        help_text=_("Times, rooms and speakers are the same in every language."),
    )


def _speakers() -> Any:
    return FactsPanel(
        [InlinePanel("speaker_rows", label=_("speaker"))],
        heading=_("Speakers"),
        help_text=_("They are introduced on the page, in this order."),
    )


def _materials() -> Any:
    return FactsPanel(
        [InlinePanel("material_rows", label=_("material"))],
        heading=_("Materials"),
        help_text=_("Slides, reports, links. Everybody can open them."),
    )


def _afterwards() -> Any:
    return FactsPanel(
        [FieldPanel("attendance", help_text=_("An estimate will do. Visitors see it."))],
        heading=_("Afterwards"),
    )
